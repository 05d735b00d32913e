/**
 * Words that state no fact about an item by themselves, so that a sentence about an item may use them without evidence.
 * What is missing here needs evidence: the list errs towards asking for it.
 */
import { stemOf } from "../tokens.ts";

const GRAMMAR = `
a an the and or nor but so yet if then than as at by for from in into of off on onto out over to toward towards up upon with within
about above across after against along among around before behind below beneath beside between beyond down during except
inside like near next past per plus since through throughout till until under unless unlike via while whether although though
because that this these those it its itself they them their theirs themselves he him his she her we us our ours you your yours
yourself i me my mine myself one ones someone anyone everyone nobody somebody anything something everything nothing what which
who whom whose when where why how is are was were be been being am do does did doing done have has had having can could will
would shall should may might must ought need needs dare not no none never neither either each every both all any some few many
much more most less least fewer several such same other others another else own only just also too very quite rather really
even still already again once twice here there now today soon later yes yeah yep sure okay ok well oh ah hmm hey hi hello
isn't aren't doesn't don't didn't won't can't cannot wasn't weren't hasn't haven't couldn't wouldn't shouldn't it's that's
there's here's what's who's let's i'm i'd i'll i've you're you'd you'll you've they're they'd they'll we're we'd we'll he's
she's etc eg ie vs versus instead otherwise however therefore thus hence indeed besides moreover meanwhile anyway though
perhaps maybe probably possibly likely certainly definitely clearly exactly roughly nearly almost approximately simply mainly mostly
actually honestly frankly basically generally usually typically overall together apart aside away back forth ahead
`;

const TALK = `
say says said saying tell tells told telling ask asks asked asking mention mentions mentioned mentioning note notes noted describe
describes described description describing call calls called name names named list lists listed listing listings state states stated
show shows shown showing see sees saw seen look looks looked looking find finds found finding give gives given giving
get gets getting got take takes took taken taking go goes went going gone come comes came coming make makes made making
put puts let lets know knows knew known think thinks thought guess suppose believe mean means meant understand understood
help helps helped helping want wants wanted wish wishes like likes liked prefer prefers preferred choose chooses chose chosen
choosing pick picks picked picking choice choices option options select selected decide decides decided decision recommend
recommends recommended recommendation suggest suggests suggested suggestion offer offers offered consider considers considering
considered compare compares compared comparing comparison narrow narrows narrowed narrowing keep keeps kept leave leaves left start
starts started starting begin begins try tries tried end ends stop change changes changed talk talks chat question questions
answer answers answered reply point points pointed reason reasons case cases idea ideas thing things kind kinds sort sorts
type types way ways part parts side sides detail details info information fact facts figure figures data word words text page
product products item items piece pieces article articles model models version versions catalog catalogue shop store range ranges
entry row spec specs specification specifications sheet category categories section collection line lineup brand brands maker manufacturer
attribute attributes feature features featured featuring include includes included including contain contains contained containing
carry carries carried belong belongs fall falls sit sits filed stands tagged tag tags marked labelled labeled label labels
refer refers according based source sources comes price prices priced pricing cost costs costing budget sell sells sold
selling buy buys buying bought purchase spend spending pay paying order ordered cart basket money amount amounts total
rating ratings rated rate rates review reviews reviewed reviewer reviewers star stars score scores average buyer buyers customer customers shopper shoppers
wrote write writes written quote available availability stock bit lot lots little couple pair set number numbers count
measure measures measured measuring weigh weighs weighed weight size sized sizes sizing color colors shade shades material materials
dimension dimensions width height length depth capacity unit units variant variants difference differ differs
different similar match matches matched matching fit fits fitted suit suits suited meet meets met meeting satisfy tick ticks
ticked box boxes need needed needs requirement requirements request wish criteria preference preferences taste use uses used using
work works worked working serve serves designed intended built meant aimed goes belong play plays role
happy glad welcome please thanks thank sorry pleasure great good nice fine fair right wrong correct true sensible sound
interesting worth worthwhile promising decent lovely solid strong candidate contender favorite safe bet
stand stands stance verdict pros cons trade tradeoff trade-off compromise plus downside upside drawback catch caveat honest
closest close nearest near far first second third fourth fifth last latter former following previous top final single
main general particular specific certain clear simple plain short quick quickly full whole half rest
person people someone customer friend gift present recipient daughter son wife husband kid kids child man woman
day days week time times moment minute while year years home house work office
assistant ai agent robot bot human hand mind interest interested care eye shortlist pointer step steps turn conversation
question agree disagree confirm confirmed confirms double-check checked check checks check assume keep track remember
stay stays within inside outside above below budget limit limits limited exceed exceeds exceeding
lean leans leaning hesitate wonder wondering curious depend depends depending hope hopes
appear appears seem seems sounds sound feels becomes become remain remains happen happens count counts
easily exact approximately slightly somewhat fully partly especially particularly namely currently
everyday ideal perfect suitable appropriate relevant useful handy helpful option alternative alternatives
add adds added adding plenty enough extra additional separate separately included
bring brings brought hold holds holding cover covers covered provide provides provided deliver run runs
against round covers sense yours pretty kinda
sale save saves saving savings reduced discounted old tall wide long high deep thick draws support supports supported room
understandable frustrating annoying tricky tough important difficult hard relevant share shares shared join joins
works mine beat beats
`;

/** Turns of phrase: pictures, feelings, and the furniture of a conversation. */
const IDIOM = `
open circling caught scroll head heads team new throw shout roger copy dropped forgotten forget hear heard effort fix landed land thud trophy poof
problem problems move frank honest enjoy enjoys respect insist insisting bullseye allow introduce record easy afraid nope yup quiet skip skips
pass blank vote drum roll twist arm front centre center ahead door table board list shelf spot gap blind notes note guess hunch dark stumped
bear bears pause second thanks cheers congratulations congrats welcome fun luck lucky trip day evening weekend journey ready set
busy person human colleague someone team member catalogue browse browsing peek glance glimpse look-around window tab link click tap
bye goodbye shopping shop trolley buying excited exciting cool neat sweet wonderful brilliant splendid excellent terrific super fantastic awesome
love loves loved hate hates dislike dislikes mind bother bothers trouble hassle worry worries worth effort nobody wants fancy
gut feeling heart soul brain ear ears eyes voice mouth foot feet shoulder shoulders hands head nose
winner runner-up champion crown frontrunner favourite medal prize contest race game ball court deal breaker dealbreaker
sign signed miss misses missed missing hit hits road path direction map corner field ground base bases
swap drop dropping cross crossed strike struck scratch scratched park parked shelve shelved rule ruled toss tossed
fact-check verify verified promise truth truthful true guesswork claim claims evidence backed back
wish wishlist hope fingers crossed heads-up reminder remind summary sum recap overview nutshell short brief briefly
lead leads leading front-runner edge edges nod nods tip tips tipping scale scales balance swings swing settle settles settled
goes wins win won beat loses lose lost trump outdo attention interest curiosity
software ears program computer machine digital virtual life lives living body
refine filter filters filtered sift sort sorted shuffle bunch batch handful crop pool field dozen mix variety
neighbourhood ballpark territory zone region
speak speaks spoke spoken words wording phrase loosen relax relaxed matter matters trust party pooper pay grade idling server language english understand misunderstood lost confused
step steps wait waiting hold holding pause stop begin kick off wrap wraps wrapped finish finished done
`;

/** How much, how often, how surely: what a sentence says of its own statement. */
const MANNER = `
entirely completely totally wholly purely solely merely strictly largely chiefly primarily partially predominantly essentially respectively
precise precisely accurate accurately specifically strictly
individually collectively alone combined altogether separately jointly equally likewise similarly conversely accordingly consequently
often sometimes occasionally rarely seldom always never ever frequently initially originally formerly previously recently
finally eventually ultimately lately nowadays meanwhile afterwards beforehand straight straightaway immediately instantly
obviously evidently apparently presumably supposedly allegedly admittedly understandably unfortunately sadly luckily fortunately
thankfully hopefully frankly truly genuinely seriously literally technically theoretically practically effectively
considerably significantly noticeably notably remarkably substantially marginally fractionally comfortably barely scarcely hardly
fairly relatively comparatively reasonably moderately decidedly distinctly markedly vastly hugely greatly immensely terribly awfully
extra bit touch tad shade smidge whisker hair notch fraction majority minority remainder rest plenty loads heaps
normally typically currently presently temporarily permanently additionally presumably comparably
nicely handily gladly thereby otherwise elsewhere nowhere somewhere anywhere everywhere
earlier sooner score scores bad worse poor weak strong wise unwise sensible odd strange fair unfair keen safe sound obvious unclear vague
`;

/** Verbs and nouns of judging, weighing and deciding, and the plain verbs that carry another word's meaning. */
const JUDGING = `
clock clocks clocked pull pulls pulled opposite direction directions commit commits committed committing convince convinced convinces
rely relies relied depend hinge hinges boil boils amounts translates equals corresponds totals adds averages ranks scores lands
manage manages managed achieve achieves reach reaches reached gain gains earn earns deserve deserves warrant merits justify justifies
reservation reservations concern concerns objection criticism complaint complaints weakness strength strengths advantage advantages disadvantage
disadvantages benefit benefits merit argument arguments consideration considerations factor factors aspect aspects criterion criteria
priority priorities requirement expectation expectations assumption impression impressions opinion opinions view views perspective
judgement judgment assessment suggestion recommendation conclusion feedback response result results outcome consequence
job jobs task tasks purpose purposes occasion occasions situation situations scenario case circumstance circumstances routine habit habits
demand demands claim insight hint clue upfront gripe gripes grumble niggle quibble snag perk bonus math maths sum equivalent search searches complaint
practical handle handles cope copes deal splurge opt opted prioritise prioritize juggle worth trick suited
hint clue upfront caveats exception exceptions extent degree level levels standard
feel feels felt hurt spoil bothered annoy appeal appeals appealing attract attracts tempt tempting prefer preferable favour favor
expect expects expected expecting imagine imagines realise realize recognise recognize notice notices aware conscious conscience
guide guides steer steers point pointing lean leaning swing push bring combine combines mix mixing split splits divide
allow allows allowed let enable enables permit permits require requires required involve involves
unavailable stocked sold availability buyable orderable obtain obtainable acquire own owns owned
reduction discount bargain saving spare remaining leftover rest afford affordable pricewise overall cash wallet
tick respond responds react reacts happen occurs exist exists existing present
version style styles kind sort category categories class type variation choice alternative counterpart rival competitor contender sibling
package packaging contents inclusion purchase purchased belonging belongings stuff
carries wears wear wearing wore worn
sufficient adequate ample enough insufficient lacking absent missing missed
`;

/** Of what is reported, weighed and granted: no property of an item. */
const REPORTING = `
whereas personally whichever whatever wherever metric imperial paper headroom stellar painful miserable rush scrap ingredient ingredients
gave give praises praised reports reported parent parents treat airline signal whilst luckily thankfully
shrugged patiently mistake apologies anytime menu exam mission challenge plan gotcha disclosure messages spanish doubts stranger reads
joke judging margin split verdicts
formula recipe setup
mine ours folks buyer shape shapes letter letters digit digits decimal roughly rounding rounded-up conversion converted exact
`;

/** Where on a thing, and which of its extents a measure is of. */
const PLACES = `
bottom top front back rear middle inside outside interior exterior edge edges corner side sides surface base ends tip centre
diagonal diameter circumference thickness radius footprint perimeter across around apart distance extent volume area space gamut
outline shape silhouette profile cut mixed blended mixture composition makeup
without within
`;

export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  `${GRAMMAR} ${TALK} ${IDIOM} ${MANNER} ${JUDGING} ${REPORTING} ${PLACES}`
    .split(/\s+/)
    .filter((word) => word.length > 0)
    .flatMap((word) => [word, stemOf(word)]),
);
