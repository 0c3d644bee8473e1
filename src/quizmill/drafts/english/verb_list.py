"""The verbs whose forms are known, as they stand in a dictionary."""

# One that doubles its last letter in the past has a +.
REGULAR = """
    abandon abolish accept account accuse achieve acknowledge acquire act adapt add address adjust
    administer admire admit adopt advance advertise affect agree aim allow amount analyse analyze anchor
    announce answer appeal appear apply appoint approach approve argue arm arrange arrest arrive ask
    assassinate assemble assert assign assist associate assume assure attach attack attempt attend attract
    attribute avoid award back bake balance ban+ banish bar+ base beg+ behave belong benefit blame block
    bloom boil bomb boost borrow bother bottle bounce branch brand breathe brew brush budget bury calculate
    call campaign cancel capitalise capture carry cater cause cease celebrate centre certify chair challenge
    change charge chart charter chase choke circle cite claim classify clean clear climb close coat code
    coin collapse collect combine command commemorate commence comment commission commit+ communicate
    compare compete compile complain complete compose compress comprise conceal conceive concentrate concern
    conclude condemn conduct confer+ confine confirm confront connect conquer consent conserve consider
    consist consolidate constitute construct consult consume contain contest continue contract contribute
    control+ convene convert convince cool cope copy correct count cover crack crash create criticise
    criticize cross crown cruise cultivate curb cure cycle damage date debate decide declare decline
    decorate decrease dedicate defeat defend define delay deliberate deliver demand demolish demonstrate
    deny depart depend depict deploy depose deposit deprive derive descend describe deserve design destroy
    detain detect deteriorate determine devastate develop devise devote die differ digest diminish direct
    disappear discharge disclose discontinue discover discuss dismiss dispatch displace display disprove
    dispute dissolve distinguish distribute diversify divide dock dominate donate double draft drag+ drain
    drop+ dump earn ease echo edge edit educate eject elect elevate eliminate emerge emigrate emit+
    emphasise emphasize employ enable enact encounter encourage end endorse endure enforce engage enhance
    enjoy enlarge enlist enrich ensure entail enter entitle envisage equal equate equip erect erupt escape
    escort establish esteem estimate evacuate evaluate evolve examine excavate exceed exchange exclude
    execute exempt exhibit exile exist expand expect experience explain explode exploit explore export
    expose express extend extract face fade fail farm favor favour feature ferment fill film finance finish
    fire fit+ flash float flood flourish flow flower focus fold follow force forge form formulate found
    fracture free fry fuel fulfil fulfill function fund furnish gain gather gauge generate glow govern grade
    graduate grant guarantee guard guide halt handle happen harbour harness harvest hatch head heat help
    hinder hire host house humble hunt hurry hybridise identify ignite illuminate illustrate imagine
    immigrate implement import impose impress imprison improve inaugurate include incorporate increase
    incubate indicate induce influence inform inhabit inherit initiate inject injure insert insist inspect
    inspire install integrate intend interpret interrupt intervene interview introduce invade invent invest
    investigate invite involve isolate issue join judge jump justify kick kidnap kill knock label lack land
    last launch leak lease lecture legalise liberate license lift like limit link list live load locate
    lodge look loot lower magnify maintain manage manufacture mark market marry match mature measure mention
    merge migrate mine mobilise modify monitor mould mount move multiply murder name narrow negotiate nest
    nominate note notice number obey observe obstruct obtain occupy occur offer offset open operate oppose
    orbit order organise organize originate outlaw outnumber overlook own pack paint park participate pass
    patent patrol+ pave peak penetrate perceive perform perish permit persuade pile pilot pioneer place
    plan+ plant play plead please pledge plough plunge point police polish pollinate populate portray
    position possess postpone pour practice practise praise pray preach precede predict prefer+ prepare
    present preserve preside press presume prevent print privatise proceed process proclaim produce profit
    prohibit project promise promote propose prosecute prosper protect protest prove provide publish pull
    pump puncture purchase pursue push quadruple qualify question quote raise rally range rank rate reach
    react realise realize reassure rebel+ recall receive reckon recognise recognize recommend reconstruct
    record recover recruit recycle redesign reduce refer+ refine reflect reform refuse regain regard
    register reject relate relax release rely remain remember remind remove rename render renew reopen
    repair repeat repel+ replace reply report represent reproduce request require rescue research resemble
    reserve reside resign resist resolve respond rest restore restrict result resume retain retire retreat
    retrieve return reunite reveal reverse review revise revive revolutionise revolve reward risk roll
    rotate row ruin rule sail salvage sample sanction save scan+ scatter schedule score screen seal search
    secure seed seem seize select separate serve settle shape share shelter shift ship+ shock shorten show
    sign signal sketch slow smell soak soar solve sort sound span+ spark spawn specialise specialize specify
    spell sponsor sprout squeeze stabilise stage stamp standardise start state station stay steer step+
    stimulate stop+ store strengthen stretch structure study subdue submit+ subsidise substitute succeed sue
    suffer suggest suit summarise summon supersede supervise supply support suppose suppress surface surpass
    surrender surround survey survive suspect suspend sustain switch symbolise tackle tame target taste tax
    tend term terminate test testify thank thaw threaten thrive tie tighten time tolerate top+ topple
    torment total tour tow trace trade train transfer+ transform translate transmit+ transport trap+ travel
    treat trigger triple triumph trouble try tunnel turn type undermine unify unite unveil update upgrade
    urge use utilise utilize vacate value vanish vary venture view violate visit vote wait walk want warn
    wash watch weaken weigh welcome wheel widen wish witness work worry wound wrap+ yield
"""

# The verb, its past and its participle, a line each.
IRREGULAR = """
    arise arose arisen
    beat beat beaten
    become became become
    begin began begun
    bind bound bound
    bite bit bitten
    blow blew blown
    break broke broken
    breed bred bred
    bring brought brought
    broadcast broadcast broadcast
    build built built
    burn burned burned
    burst burst burst
    buy bought bought
    cast cast cast
    catch caught caught
    choose chose chosen
    come came come
    cost cost cost
    cut cut cut
    deal dealt dealt
    dig dug dug
    do did done
    draw drew drawn
    drive drove driven
    dwell dwelt dwelt
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    flee fled fled
    fly flew flown
    forbid forbade forbidden
    forecast forecast forecast
    foresee foresaw foreseen
    forget forgot forgotten
    freeze froze frozen
    get got got
    give gave given
    go went gone
    grind ground ground
    grow grew grown
    hang hung hung
    have had had
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    keep kept kept
    know knew known
    lay laid laid
    lead led led
    learn learned learned
    leave left left
    lend lent lent
    let let let
    lie lay lain
    lose lost lost
    make made made
    mean meant meant
    meet met met
    mistake mistook mistaken
    outgrow outgrew outgrown
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    pay paid paid
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    rewrite rewrote rewritten
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shed shed shed
    shine shone shone
    shoot shot shot
    shrink shrank shrunk
    shut shut shut
    sing sang sung
    sink sank sunk
    sit sat sat
    sleep slept slept
    slide slid slid
    speak spoke spoken
    spend spent spent
    spin spun spun
    split split split
    spread spread spread
    stand stood stood
    steal stole stolen
    stick stuck stuck
    strike struck struck
    swear swore sworn
    sweep swept swept
    swim swam swum
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    undergo underwent undergone
    understand understood understood
    undertake undertook undertaken
    upset upset upset
    wake woke woken
    wear wore worn
    weave wove woven
    win won won
    wind wound wound
    withdraw withdrew withdrawn
    withhold withheld withheld
    withstand withstood withstood
    write wrote written
"""
