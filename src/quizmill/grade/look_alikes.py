"""Words one slip apart that are words of their own: who types prostrate for prostate does not know the word.

By beginnings and endings that make another word, and by a list. All are folded.
"""

from __future__ import annotations

from functools import cache, lru_cache

# Endings one edit apart that make another word: chloride, chlorine; lactose, lactase; employer, employee.
ENDINGS = (
    ("ate", "ite", "ide", "ane", "ene", "ine", "yne", "one"),
    ("ose", "ase"),
    ("anol", "anal"),
    ("ism", "ist"),
    ("er", "ee"),
    ("blast", "clast", "plast"),
    ("tide", "side"),
    ("ium", "ius"),
    ("a", "o"),  # hermana, hermano
    ("ia", "ian"),
    ("ica", "ican"),
)
BEGINNINGS = (
    ("ab", "ad", "ob"),
    ("pre", "pro"),
    ("macro", "micro"),
    ("chromo", "chrono"),
    ("phono", "photo"),
    ("hemo", "homo"),
    ("hydro", "hygro"),
    ("cyto", "cysto"),
    ("hyper", "hypo"),
    ("inter", "intra"),
    ("endo", "ecto", "exo"),
    ("super", "supra"),
)
PAIRS = """
accent/ascent acender/ascender action/auction actitud/aptitud addition/addiction adoption/adaption
adverse/averse advice/advise alexandria/alexandra amande/amende antarctic/antarctica appraise/apprise
argentina/argentine ascent/assent attitude/altitude bacteria/bacterial baisser/baiser ballot/ballet
barrel/barren battle/bottle beach/breach beacon/bacon border/boarder breath/breathe bridge/bride
broker/broken butter/better caballo/cabello callous/callus camello/cabello camino/casino cancer/cancel
cansado/casado canvas/canvass capello/cappello capital/capitol carbon/carton carolina/caroline
cartoon/carton castle/cattle cation/caution causal/casual cavaleiro/cavalheiro censor/censer cerium/curium
charity/clarity cheveux/chevaux choral/coral chorus/chords ciudad/cuidad climactic/climatic cloth/clothe
coarse/course collage/college collision/collusion columbia/colombia commerce/commence commute/compute
compete/complete complaint/compliant complement/compliment comprimento/cumprimento compte/comte
concept/concert confession/concession confidant/confident confirm/conform consent/content
conserto/concerto consul/consult content/context context/contest continent/contingent contract/contrast
convection/convention convection/conviction convent/content convention/contention convert/convent
convey/convoy copper/cooper corpse/corps corral/coral cosmic/comic county/country cousin/coussin
covert/convert crater/carter crusade/crusader cystine/cysteine danger/dagger decent/descent decree/degree
defect/detect defend/depend delicate/dedicate dental/denial descricao/discricao desert/dessert
despensa/dispensa dessert/desserte detection/detention detective/defective device/devise discrete/discreet
diverse/divers divide/divine dominica/dominican drought/draught economic/economics either/ether
electron/election envelop/envelope ethnic/ethic evaluation/evacuation exercise/exorcise expand/expend
expansive/expensive expert/exert expert/export expire/empire explore/explode extent/extend
athens/athena external/eternal facial/fascial faction/fraction farther/further father/feather
fiction/friction
finnish/finish flagrante/fragrante flounder/founder formal/format former/farmer fraction/friction
france/franc francis/frances galley/gallery garage/garbage genetic/generic geneva/genova genius/genus
germanium/geranium glacier/glazier granada/grenada guyana/guiana heroin/heroine hombre/hambre
hombre/hombro human/humane humidity/humility hungary/hungry immoral/immortal import/impart
increase/increased infarction/infraction infection/inflection infection/injection ingenious/ingenuous
inject/infect insect/inject insert/inert inspect/insect insulin/inulin intend/intent interval/internal
invent/invest invention/intention investor/inventor ireland/iceland irrigation/irritation island/inland
isotope/isotone israel/israeli italian/italia ketone/ketose kingston/kingstown kirche/kirsche lawyer/layer
legion/lesion lehren/leeren leiter/leider lesion/lesson liberal/literal lightening/lightning
literal/lateral literary/literacy lumbar/lumber mandado/mandato mantle/mantel manual/manuel marian/martian
marine/marina martial/marital master/muster material/maternal matter/mater mediation/meditation
medication/mediation medication/meditation meiosis/miosis mental/metal minister/minster mitosis/miosis
molarity/molality monarch/monarchy moral/morale mormon/moron mortal/moral mortar/mortal mucous/mucus
mystery/mastery nation/notion nebula/nebular neutral/neural neutron/neuron normal/norman octavian/octavia
optical/optimal ordinance/ordnance palace/place palate/palace pallet/palled pallone/pallore paris/parish
parish/perish patent/parent patent/patient peasant/pheasant peasant/pleasant peroneal/perineal
person/parson pesado/pasado pesado/pescado pescado/pecado phrase/phase pistil/pistol plague/plaque
planet/plane planet/plant pleural/plural poison/prison poisson/poison police/polite portal/postal
position/positron posture/pasture potion/portion precise/premise premise/promise prescribe/proscribe
prince/price prodige/prodigue profession/procession projection/protection property/properly
prophecy/prophesy prostate/prostrate protector/projector proton/photon puerto/puerco purity/parity
quarter/quartet radium/radius ratificar/retificar ration/ratio rational/rationale reactor/rector
refraction/retraction regimen/regiment reign/resign relay/replay remote/remove repression/regression
resign/resin resolution/revolution retina/retinal revenue/revenge sacred/scared salmon/salon scalar/scaler
schwer/schwert section/suction shaanxi/shanxi silicon/silicone simulate/stimulate simulation/stimulation
sleight/slight sortir/surtir spinal/spiral spring/string stable/staple stationary/stationery
statue/stature statue/statute status/statue statute/stature strait/strain stride/strife strike/stroke
subset/sunset summit/submit sydney/sidney tablet/table tartar/tartan though/through thought/though
thread/threat through/thorough topical/tropical tortuous/torturous tourist/tourism tractor/traitor
trails/trials transit/transmit treatise/treaties treaty/treat tribal/trial tribune/tribute trooper/trouper
tropic/topic urban/urbane valley/volley vapeur/valeur vapour/valour venal/venial venous/venus
veracious/voracious vertex/vortex victor/vector villain/villein violet/violent virgin/virgil waiver/waver
wonder/wander wreath/wreathe адресат/адресант дипломат/дипломант индиец/индеец кампания/компания
невежа/невежда неитрон/неирон
"""


@lru_cache(maxsize=1024)  # a class makes the same slips
def are_two(word: str, other: str) -> bool:
    """Whether one is no slip for the other, but another word; both are folded."""
    one, another = word.removesuffix("s"), other.removesuffix("s")
    if any(_end_otherwise(one, another, endings) for endings in ENDINGS):
        return True
    if any(_begin_otherwise(word, other, beginnings) for beginnings in BEGINNINGS):
        return True
    return frozenset((word, other)) in _pairs()


def _end_otherwise(word: str, other: str, endings: tuple[str, ...]) -> bool:
    mine = [ending for ending in endings if word.endswith(ending)]
    theirs = [ending for ending in endings if other.endswith(ending)]
    return bool(mine and theirs) and mine != theirs


def _begin_otherwise(word: str, other: str, beginnings: tuple[str, ...]) -> bool:
    """Whether both go on alike after two of the beginnings."""
    rest = {word[len(each) :] for each in beginnings if word.startswith(each)}
    return any(other.startswith(each) and other[len(each) :] in rest for each in beginnings)


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in PAIRS.split())
