"""What a drawing may be made of: all that only draws (SVG 2, and what browsers know of SVG 1.1).

A list of what is allowed, not of what is known to do harm: what nobody thought of stays out.
"""

from __future__ import annotations

SHAPES = frozenset("circle ellipse line path polygon polyline rect".split())
TEXTS = frozenset("text textPath tspan".split())
GRADIENTS = frozenset("linearGradient radialGradient".split())
MOVING = frozenset("animate animateMotion animateTransform set".split())
FILTERS = frozenset(
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur "
    "feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile "
    "feTurbulence filter".split()
)
_STRUCTURE = frozenset("clipPath defs desc g marker mask mpath pattern stop style svg switch symbol".split())
ELEMENTS = (
    SHAPES | TEXTS | GRADIENTS | MOVING | FILTERS | _STRUCTURE | frozenset({"image", "title", "use", "view"})
)
IDLE_ELEMENTS = frozenset({"metadata"})  # nothing that is shown; what is in them is judged all the same
WITH_TEXT = TEXTS | {"desc", "style", "title"}  # elsewhere text is not shown

# What editors and catalogues write for themselves. No browser does anything with it.
EDITORS = (
    "http://creativecommons.org/ns#",
    "http://ns.adobe.com/",
    "http://purl.org/dc/",
    "http://schemas.microsoft.com/visio/",
    "http://sodipodi.sourceforge.net/",
    "http://vectornator.io",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.figma.com/",
    "http://www.inkscape.org/namespaces/",
    "http://www.openswatchbook.org/",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "https://boxy-svg.com",
    "https://www.mathworks.com/",
)

# Attributes that are CSS properties as well (SVG 2, appendix F).
PRESENTATION = frozenset(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-rendering cursor cx cy d direction display dominant-baseline fill "
    "fill-opacity fill-rule filter flood-color flood-opacity font-family font-feature-settings "
    "font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight "
    "glyph-orientation-horizontal glyph-orientation-vertical height image-rendering kerning "
    "letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type opacity overflow "
    "paint-order pointer-events r rx ry shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width "
    "text-anchor text-decoration text-overflow text-rendering transform transform-origin unicode-bidi "
    "vector-effect visibility white-space width word-spacing writing-mode x y".split()
)
_OF_SHAPES = frozenset(
    "clipPathUnits dx dy fr fx fy gradientTransform gradientUnits lengthAdjust markerHeight markerUnits "
    "markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits "
    "patternTransform patternUnits points preserveAspectRatio refX refY rotate side spacing spreadMethod "
    "startOffset textLength viewBox x1 x2 y1 y2".split()
)
_OF_FILTERS = frozenset(
    "amplitude azimuth baseFrequency bias diffuseConstant divisor edgeMode elevation exponent "
    "filterUnits in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength limitingConeAngle mode "
    "numOctaves operator order pointsAtX pointsAtY pointsAtZ preserveAlpha primitiveUnits radius result "
    "scale seed slope specularConstant specularExponent stdDeviation stitchTiles surfaceScale "
    "tableValues targetX targetY type values xChannelSelector yChannelSelector z".split()
)
_OF_MOVING = frozenset(
    "accumulate additive attributeName attributeType begin by calcMode dur end from keyPoints keySplines "
    "keyTimes max min path repeatCount repeatDur restart to".split()
)
_OF_ALL = frozenset(
    "class id lang media requiredExtensions requiredFeatures role style systemLanguage "
    "xml:lang xml:space".split()
)
LINKS = frozenset({"href", "xlink:href"})
ATTRIBUTES = PRESENTATION | _OF_SHAPES | _OF_FILTERS | _OF_MOVING | _OF_ALL | LINKS
MOVED = PRESENTATION | _OF_SHAPES | _OF_FILTERS  # what an animation may change
IDLE_ATTRIBUTES = frozenset(
    "baseProfile content contentScriptType contentStyleType enable-background externalResourcesRequired "
    "focusable font host inkscape-stroke line-height nodetypes solid-color solid-opacity tabindex version "
    "zoomAndPan xlink:actuate xlink:arcrole xlink:role xlink:show xlink:title xlink:type".split()
)
IDLE_BEGINNINGS = ("aria-", "data-")
# Told as they stand, by no program taken for CSS.
PLAIN = frozenset("class id lang role systemLanguage requiredExtensions requiredFeatures xml:lang".split())

PROPERTIES = PRESENTATION | frozenset(
    "animation-delay background background-color border color-scheme fill-color font font-synthesis "
    "font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures "
    "font-variant-numeric font-variant-position font-variation-settings inline-size isolation line-height "
    "margin max-height max-width mix-blend-mode padding shape-inside shape-margin shape-padding "
    "shape-subtract solid-color solid-opacity stroke-alignment text-align text-align-last "
    "text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness "
    "text-indent text-orientation text-shadow text-transform text-underline-position transform-box "
    "user-select vertical-align will-change".split()
)
IDLE_PROPERTIES = ("-inkscape-", "inkscape-", "-moz-", "-ms-", "-o-", "-webkit-", "enable-background")

# Functions of CSS that only compute; `url(#…)` is looked at beside.
FUNCTIONS = frozenset(
    "abs blur brightness calc circle clamp color color-mix contrast cos cubic-bezier drop-shadow ellipse "
    "grayscale hsl hsla hue-rotate hwb inset invert is lab lch light-dark linear-gradient matrix matrix3d "
    "max min not nth-child nth-last-child nth-of-type oklab oklch opacity path perspective polygon rgb "
    "rgba rotate rotatex rotatey rotatez saturate scale scalex scaley sepia sin skew skewx skewy steps "
    "translate translatex translatey translatez var where".split()
)
