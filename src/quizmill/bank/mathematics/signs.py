"""The table of signs: how each is written, how it is drawn in every output, and what kind of sign it is.

An entry is the name by which the tree keeps it (what MathJax reads), the character it is drawn with, and
other ways to write it; entries are parted by commas. A new sign is a new entry.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

import msgspec


class SignKind(StrEnum):
    """What a sign does in a formula, which says how it is spaced."""

    LETTER = "Greek letters, and signs that are used like a letter"
    CAPITAL = "Capital Greek letters"
    PREFIX = "Before what they are about"
    POSTFIX = "After what they are about"
    DOTS = "Dots"
    BINARY = "Operations"
    PRODUCT = "Products without spaces"
    RELATION = "Relations"
    ARROW = "Arrows"
    OPENING = "Opening brackets"
    CLOSING = "Closing brackets"
    FENCE = "Bars, on either side"
    PUNCTUATION = "Punctuation"
    SUM = "Sums, products, unions: limits below and above"
    INTEGRAL = "Integrals"
    FUNCTION = "Functions"
    LIMIT = "Functions with what they run over below"


class SignEntry(msgspec.Struct, frozen=True):
    """A line of the table."""

    name: str
    char: str
    kind: SignKind
    others: tuple[str, ...] = ()


_TABLE = {
    SignKind.LETTER: r"""
        \alpha α, \beta β, \gamma γ, \delta δ, \epsilon ϵ, \varepsilon ε, \zeta ζ, \eta η, \theta θ,
        \vartheta ϑ, \iota ι, \kappa κ, \lambda λ, \mu μ µ, \nu ν, \xi ξ, \pi π, \varpi ϖ, \rho ρ, \varrho
        ϱ, \sigma σ, \varsigma ς, \tau τ, \upsilon υ, \phi ϕ, \varphi φ, \chi χ, \psi ψ, \omega ω, \infty ∞,
        \emptyset ∅ \varnothing, \hbar ℏ, \ell ℓ, \aleph ℵ, \imath ı, \jmath ȷ, \Re ℜ, \Im ℑ, \wp ℘, \top ⊤,
        \bot ⊥, \square □ \Box, \blacksquare ■, \bigstar ★, \checkmark ✓, \spadesuit ♠, \heartsuit ♡,
        \diamondsuit ♢, \clubsuit ♣, \flat ♭, \natural ♮, \sharp ♯
    """,
    SignKind.CAPITAL: r"""
        \Gamma Γ, \Delta Δ, \Theta Θ, \Lambda Λ, \Xi Ξ, \Pi Π, \Sigma Σ, \Upsilon Υ, \Phi Φ, \Psi Ψ, \Omega
        Ω
    """,
    SignKind.PREFIX: r"""
        \forall ∀, \exists ∃, \nexists ∄ \not\exists, \neg ¬ \lnot, \partial ∂, \nabla ∇, \angle ∠,
        \measuredangle ∡, \sphericalangle ∢, \triangle △, \# #, \$ $
    """,
    SignKind.POSTFIX: r"! !, ? ?, . ., \% %, ‰ ‰, \prime ′, \_ _, \& &",
    SignKind.DOTS: r"\ldots … \dots \dotsc \dotso, \cdots ⋯ \dotsb \dotsm \dotsi, \vdots ⋮, \ddots ⋱",
    SignKind.BINARY: r"""
        + +, - − −, \times ×, \div ÷, \pm ±, \mp ∓, * ∗ \ast, \star ⋆, \circ ∘, \bullet ∙ \bull, \cup ∪,
        \cap ∩, \setminus ∖ \smallsetminus, \wedge ∧ \land, \vee ∨ \lor, \oplus ⊕, \ominus ⊖, \otimes ⊗,
        \odot ⊙, \uplus ⊎, \sqcup ⊔, \sqcap ⊓, \amalg ⨿, \dagger †, \ddagger ‡, \veebar ⊻, \barwedge ⊼,
        \bmod mod, \diamond ⋄, \wr ≀, \ltimes ⋉, \rtimes ⋊
    """,
    SignKind.PRODUCT: r"\cdot · ⋅ \cdotp, / / \slash, \backslash ∖",
    SignKind.RELATION: r"""
        = =, < < \lt, > > \gt, : :, \le ≤ \leq \leqslant ⩽, \ge ≥ \geq \geqslant ⩾, \ne ≠ \neq \not=, \ll ≪,
        \gg ≫, \approx ≈, \sim ∼, \simeq ≃, \cong ≅, \equiv ≡, \propto ∝ \varpropto, \in ∈, \notin ∉
        \not\in, \ni ∋ \owns, \subset ⊂, \supset ⊃, \subseteq ⊆, \supseteq ⊇, \subsetneq ⊊, \supsetneq ⊋,
        \not\subset ⊄, \not\supset ⊅, \nsubseteq ⊈ \not\subseteq, \nsupseteq ⊉ \not\supseteq, \mid ∣, \nmid
        ∤ \not\mid, \parallel ∥, \nparallel ∦ \not\parallel, \perp ⟂, \asymp ≍, \doteq ≐, \prec ≺, \succ ≻,
        \preceq ⪯, \succeq ⪰, \lesssim ≲, \gtrsim ≳, \not\equiv ≢, \nsim ≁ \not\sim, \not\approx ≉, \ncong ≇
        \not\cong, \nless ≮ \not<, \ngtr ≯ \not>, \nleq ≰ \not\le, \ngeq ≱ \not\ge, \not\ni ∌, \vdash ⊢,
        \nvdash ⊬, \models ⊨ \vDash, \triangleq ≜, \dashv ⊣, \sqsubseteq ⊑, \sqsupseteq ⊒, \trianglelefteq
        ⊴, \therefore ∴, \because ∵, \smile ⌣, \frown ⌢, \bowtie ⋈
    """,
    SignKind.ARROW: r"""
        \to → \rightarrow, \gets ← \leftarrow, \leftrightarrow ↔, \Rightarrow ⇒, \Leftarrow ⇐,
        \Leftrightarrow ⇔, \implies ⟹ \Longrightarrow, \impliedby ⟸ \Longleftarrow, \iff ⟺
        \Longleftrightarrow, \mapsto ↦, \longrightarrow ⟶, \longleftarrow ⟵, \longleftrightarrow ⟷,
        \longmapsto ⟼, \uparrow ↑, \downarrow ↓, \updownarrow ↕, \Uparrow ⇑, \Downarrow ⇓, \Updownarrow ⇕,
        \nearrow ↗, \searrow ↘, \swarrow ↙, \nwarrow ↖, \rightleftharpoons ⇌, \leftrightharpoons ⇋,
        \rightharpoonup ⇀, \rightharpoondown ⇁, \leftharpoonup ↼, \leftharpoondown ↽, \hookrightarrow ↪,
        \hookleftarrow ↩, \rightleftarrows ⇄, \leftrightarrows ⇆, \rightrightarrows ⇉, \twoheadrightarrow ↠,
        \nrightarrow ↛ \not\to, \nleftarrow ↚ \not\gets, \nRightarrow ⇏ \not\Rightarrow, \nLeftrightarrow ⇎
        \not\Leftrightarrow, \leadsto ⇝ \rightsquigarrow, \circlearrowleft ↺, \circlearrowright ↻
    """,
    SignKind.OPENING: r"""
        ( ( \lparen, [ [ \lbrack, \{ { \lbrace, \langle ⟨, \lfloor ⌊, \lceil ⌈, \lvert |, \lVert ‖
    """,
    SignKind.CLOSING: r"""
        ) ) \rparen, ] ] \rbrack, \} } \rbrace, \rangle ⟩, \rfloor ⌋, \rceil ⌉, \rvert |, \rVert ‖
    """,
    SignKind.FENCE: r"| | \vert, \| ‖ \Vert",
    SignKind.PUNCTUATION: r"; ;, \colon :",
    SignKind.SUM: r"""
        \sum ∑, \prod ∏, \coprod ∐, \bigcup ⋃, \bigcap ⋂, \bigvee ⋁, \bigwedge ⋀, \bigoplus ⨁, \bigotimes ⨂,
        \bigodot ⨀, \bigsqcup ⨆, \biguplus ⨄
    """,
    SignKind.INTEGRAL: r"\int ∫, \iint ∬, \iiint ∭, \oint ∮",
    SignKind.FUNCTION: r"""
        \sin sin, \cos cos, \tan tan, \cot cot, \sec sec, \csc csc, \arcsin arcsin, \arccos arccos, \arctan
        arctan, \sinh sinh, \cosh cosh, \tanh tanh, \coth coth, \log log, \ln ln, \lg lg, \exp exp, \arg
        arg, \deg deg, \dim dim, \ker ker, \hom hom
    """,
    SignKind.LIMIT: r"""
        \lim lim, \max max, \min min, \sup sup, \inf inf, \limsup lim sup, \liminf lim inf, \gcd gcd, \det
        det, \Pr Pr
    """,
}
_SPACED = {r"\limsup": "lim sup", r"\liminf": "lim inf"}  # the only ones drawn with a space


@cache
def signs() -> dict[str, SignEntry]:
    """Every sign by its name, kind after kind, in the order of the table."""
    comma = SignEntry(",", ",", SignKind.PUNCTUATION)  # which parts the entries of the table
    found = {entry.name: entry for kind, text in _TABLE.items() for entry in _entries(kind, text)}
    return found | {comma.name: comma}


def _entries(kind: SignKind, text: str) -> list[SignEntry]:
    return [_entry(kind, *each.split()) for each in " ".join(text.split()).split(", ")]


def _entry(kind: SignKind, name: str, char: str, *others: str) -> SignEntry:
    if name in _SPACED:
        return SignEntry(name, _SPACED[name], kind)
    return SignEntry(name, char, kind, others)


@cache
def _names() -> dict[str, str]:
    """The name of a sign by all that may be written for it; a character is the first that is drawn so."""
    names: dict[str, str] = {}
    for entry in signs().values():
        for written in (entry.name, *entry.others):
            names[written] = entry.name
    for entry in signs().values():
        if not entry.char.isascii():
            names.setdefault(entry.char, entry.name)
    return names


def sign_named(written: str) -> str | None:
    """The name of the sign that is *written* so, if it is one."""
    return _names().get(written)


def crossed_out(name: str) -> str | None:
    """The name of the sign that is *name* with a stroke through it."""
    return sign_named(unicodedata.normalize("NFC", sign(name).char + "\N{COMBINING LONG SOLIDUS OVERLAY}"))


def sign(name: str) -> SignEntry:
    """What the table says of a sign; one that it does not have stands for itself."""
    return signs().get(name) or SignEntry(name, name, SignKind.LETTER)


def spellings() -> list[str]:
    """All commands that write a sign."""
    return [written for written in _names() if written.startswith("\\") and written[1:].isalpha()]
