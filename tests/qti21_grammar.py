"""What may stand where in an item and a test of QTI 2.1, as its XSD says, of all that is written here.

The XSD itself comes with no package of the registries; `tests/real` asks it where somebody has it.
"""

from __future__ import annotations

from lxml import etree

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
_RUN = "em strong code small span img object br math textEntryInteraction"
_BLOCKS = "p div pre ul ol table"
_FLOW = f"{_RUN} {_BLOCKS}"
_EXPRESSIONS = "variable correct mapResponse baseValue match and gte lte sum testVariables"
_SAID = {"class", "id", "label", "{http://www.w3.org/XML/1998/namespace}lang"}  # of what a body is made of

# By element: what it may hold, whether text may stand in it, its attributes that must be, and that may.
GRAMMAR: dict[str, tuple[str, bool, set[str], set[str]]] = {
    "assessmentItem": (
        "responseDeclaration outcomeDeclaration itemBody responseProcessing modalFeedback",
        False,
        {"identifier", "title", "adaptive", "timeDependent"},
        {"toolName", "label", "{http://www.w3.org/XML/1998/namespace}lang"},
    ),
    "responseDeclaration": (
        "correctResponse mapping",
        False,
        {"identifier", "cardinality", "baseType"},
        set(),
    ),
    "correctResponse": ("value", False, set(), set()),
    "value": ("", True, set(), set()),
    "mapping": ("mapEntry", False, {"defaultValue"}, {"lowerBound", "upperBound"}),
    "mapEntry": ("", False, {"mapKey", "mappedValue"}, {"caseSensitive"}),
    "outcomeDeclaration": (
        "defaultValue",
        False,
        {"identifier", "cardinality", "baseType"},
        {"normalMaximum"},
    ),
    "defaultValue": ("value", False, set(), set()),
    "itemBody": (
        f"{_BLOCKS} rubricBlock choiceInteraction matchInteraction orderInteraction extendedTextInteraction",
        False,
        set(),
        _SAID,
    ),
    "rubricBlock": (_BLOCKS, False, {"view"}, _SAID | {"use"}),
    "choiceInteraction": (
        "simpleChoice",
        False,
        {"responseIdentifier", "shuffle", "maxChoices"},
        _SAID,
    ),
    "orderInteraction": ("simpleChoice", False, {"responseIdentifier", "shuffle"}, _SAID),
    "simpleChoice": (_FLOW, True, {"identifier"}, _SAID | {"fixed"}),
    "matchInteraction": (
        "simpleMatchSet",
        False,
        {"responseIdentifier", "shuffle", "maxAssociations"},
        _SAID,
    ),
    "simpleMatchSet": ("simpleAssociableChoice", False, set(), set()),
    "simpleAssociableChoice": (_FLOW, True, {"identifier", "matchMax"}, _SAID),
    "extendedTextInteraction": ("", False, {"responseIdentifier"}, _SAID | {"expectedLines"}),
    "textEntryInteraction": ("", False, {"responseIdentifier"}, {"expectedLength"}),
    "responseProcessing": ("responseCondition setOutcomeValue", False, set(), set()),
    "responseCondition": ("responseIf", False, set(), set()),
    "responseIf": (f"{_EXPRESSIONS} setOutcomeValue", False, set(), set()),
    "setOutcomeValue": (_EXPRESSIONS, False, {"identifier"}, set()),
    **dict.fromkeys(("match", "and", "gte", "lte", "sum"), (_EXPRESSIONS, False, set(), set())),
    **dict.fromkeys(("variable", "correct", "mapResponse"), ("", False, {"identifier"}, set())),
    "baseValue": ("", True, {"baseType"}, set()),
    "modalFeedback": (_FLOW, True, {"outcomeIdentifier", "identifier", "showHide"}, set()),
    **dict.fromkeys(("p", "em", "strong", "small", "span", "code"), (_RUN, True, set(), _SAID)),
    "pre": ("em strong code span math textEntryInteraction", True, set(), _SAID),
    **dict.fromkeys(("div", "li"), (_FLOW, True, set(), _SAID)),
    **dict.fromkeys(("ul", "ol"), ("li", False, set(), _SAID)),
    "table": ("thead tbody", False, set(), _SAID),
    **dict.fromkeys(("thead", "tbody"), ("tr", False, set(), _SAID)),
    "tr": ("th td", False, set(), _SAID),
    **dict.fromkeys(("th", "td"), (_FLOW, True, set(), _SAID)),
    "img": ("", False, {"src", "alt"}, _SAID),
    "object": ("", True, {"data", "type"}, _SAID),
    "br": ("", False, set(), _SAID),
    "assessmentTest": (
        "outcomeDeclaration testPart outcomeProcessing",
        False,
        {"identifier", "title"},
        {"toolName"},
    ),
    "testPart": (
        "itemSessionControl assessmentSection",
        False,
        {"identifier", "navigationMode", "submissionMode"},
        set(),
    ),
    "itemSessionControl": ("", False, set(), {"maxAttempts", "showFeedback"}),
    "assessmentSection": ("assessmentItemRef", False, {"identifier", "title", "visible"}, set()),
    "assessmentItemRef": ("", False, {"identifier", "href"}, set()),
    "outcomeProcessing": ("setOutcomeValue", False, set(), set()),
    "testVariables": ("", False, set(), {"variableIdentifier"}),
}
# Elements whose content stands in the order of the table, and those that must hold something.
_IN_ORDER = {"assessmentItem", "responseDeclaration", "assessmentTest", "table", "testPart"}
_HOLDING = {"correctResponse", "mapping", "itemBody", "responseProcessing", "tbody", "thead", "tr"}
_HOLDING |= {"choiceInteraction", "matchInteraction", "orderInteraction", "simpleMatchSet", "rubricBlock"}


def faults(tree: etree._Element) -> list[str]:
    """What stands where it may not, in the order of the file."""
    found = []
    for each in tree.iter(etree.Element):
        if each.tag.startswith(MATH):
            continue
        name = each.tag.removeprefix(QTI)
        if name not in GRAMMAR:
            found.append(f"no element {name}")
            continue
        holds, has_text, must, may = GRAMMAR[name]
        inside = [child.tag.removeprefix(QTI).removeprefix(MATH) for child in each]
        found += [f"{child} in {name}" for child in inside if child not in holds.split()]
        if name in _IN_ORDER and inside != sorted(inside, key=holds.split().index):
            found.append(f"{name} has {' '.join(inside)}")
        if name in _HOLDING and not inside:
            found.append(f"{name} holds nothing")
        texts = [each.text or "", *(child.tail or "" for child in each)]
        found += [] if has_text or not "".join(texts).strip() else [f"text in {name}"]
        found += [f"{name} without {key}" for key in must - set(each.attrib)]
        found += [f"{key} of {name}" for key in set(each.attrib) - must - may]
    named = [
        each.get("identifier") for each in tree.iter(f"{QTI}responseDeclaration", f"{QTI}outcomeDeclaration")
    ]
    asked = [
        each.get("responseIdentifier") for each in tree.iter(etree.Element) if each.get("responseIdentifier")
    ]
    found += [] if len(set(named)) == len(named) else ["a variable is declared twice"]
    found += [f"{name} is not declared" for name in asked if name not in ("", *named)]
    return found
