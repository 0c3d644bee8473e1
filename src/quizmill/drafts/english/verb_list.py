"""The verbs whose forms are known, as they stand in a dictionary."""

# One that doubles its last letter in the past has a +.
REGULAR = """
    abandon abdicate abolish absorb accept account accuse achieve acknowledge acquire acquit+ act adapt add
    address adjust administer admire admit adopt advance advertise affect agree aim allow ambush amend
    amount amputate analyse analyze anchor annex announce answer appeal appear apply appoint approach
    approve argue arm arrange arrest arrive ask assassinate assemble assert assign assist associate assume
    assure attach attack attempt attend attract attribute audit average avoid award back bake balance ban+
    banish bankrupt baptise baptize bar+ bark base batter beckon beg+ behave behead belong benefit bequeath
    besiege blame block bloom boil bomb bombard boost bore borrow bother bottle bounce branch brand breathe
    brew bridge brush budget bury calculate calibrate call campaign cancel canonise capitalise capture carry
    carve cater cause cease celebrate centre certify chair challenge change charge chart charter chase chew
    chill choke circle cite clad claim classify clean clear click climb close coach coat code coin collapse
    collect collide colonise colonize combine command commemorate commence comment commission commit+
    communicate compare compete compile complain complete compose compress comprise conceal conceive
    concentrate concern conclude condemn condense conduct confer+ confine confirm confront connect conquer
    consent conserve consider consist consolidate constitute construct consult consume contain contest
    continue contract contribute control+ convene convert convict convince cool cope copy correct count
    cover crack crash create criticise criticize cross crown cruise cultivate curb cure cycle dam+ damage
    dance date debate debug decay decide declare decline decode decorate decrease dedicate defeat defend
    define delay deliberate deliver demand demolish demonstrate deny depart depend depict deploy depose
    deposit deprive derive descend describe deserve design destroy detain detect deteriorate determine
    devastate develop devise devote diagnose die differ digest dilute diminish direct disappear discharge
    disclose discontinue discover discuss dismiss dispatch displace display disprove dispute dissolve
    distinguish distribute diversify divide dock dominate donate double download draft drag+ drain dredge
    drill drop+ dump earn ease echo edge edit educate eject elect elevate eliminate emerge emigrate emit+
    emphasise emphasize employ enable enact encounter encourage encrypt end endorse endow endure enforce
    engage engrave enhance enjoy enlarge enlist enrich enrol ensure entail enter entitle envisage equal
    equate equip erect erode erupt escape escort establish esteem estimate etch evacuate evaluate evaporate
    evict evolve examine excavate exceed exchange exclude execute exempt exhibit exile exist expand expect
    experience explain explode exploit explore export expose express extend extract face fade fail fan+ farm
    favor favour feature ferment fertilise fertilize fill film finance finish fire fit+ flash float flood
    flourish flow flower focus fold follow force forge form formulate found fracture free fry fuel fulfil
    fulfill function fund furnish gain gather gauge generate germinate glow govern grade graduate grant
    graze guarantee guard guide halt handle happen harbour harness harvest hatch head heat help hibernate
    hike hinder hire host house hum+ humble hunt hurry hybridise identify ignite illuminate illustrate
    imagine immigrate implement import impose impress imprison improve inaugurate include incorporate
    increase incubate indicate induce infect influence inform inhabit inherit initiate inject injure
    inoculate insert insist inspect inspire install integrate intend interpret interrupt intervene interview
    introduce invade invent invest investigate invite involve irrigate isolate issue join judge jump justify
    kick kidnap kill knock label lack land last launch leak lease lecture legalise legislate liberate
    license lick lift like limit link list live load locate lodge look loot lower magnetise magnify maintain
    manage manufacture map+ mark market marry mass-produce match mate mature measure melt mention merge
    migrate mine mobilise modify monitor mould moult mount move multiply murder name narrow need negotiate
    nest nominate note notice nourish number obey observe obstruct obtain occupy occur offer offset open
    operate oppose orbit order organise organize originate outlaw outnumber overlook own oxidise pack paint
    pardon park participate pass patent patrol+ pave peak penetrate perceive perform perish permit persuade
    photosynthesise pile pilot pioneer place plan+ plant plaster play plead please pledge plough plunge
    point police polish pollinate populate portray position possess post postpone pour practice practise
    praise pray preach precede predict prefer+ premiere prepare prescribe present preserve preside press
    presume prevent print privatise proceed process proclaim produce profit prohibit project promise promote
    propose prosecute prosper protect protest prototype prove provide publish pull pump puncture purchase
    pursue push quadruple qualify question quote race radiate rain raise rally range rank rate ratify reach
    react realise realize reassure rebel+ reboot rebrand recall receive reckon recognise recognize recommend
    reconstruct record recover recruit recycle redesign reduce refer+ referee refine reflect reform refuse
    regain regard register rehearse reign reject relate relaunch relax release rely remain remember remind
    remove rename render renew reopen repair repeal repeat repel+ replace reply report represent reproduce
    request require rescue research resemble reserve reside resign resist resolve respond rest restore
    restrict result resume retain retire retreat retrieve return reunite reveal reverse review revise revive
    revolt revolutionise revolve reward ripen risk roar roll roof rot+ rotate round row ruin rule rust sail
    salvage sample sanction save scan+ scatter schedule score screen scroll sculpt seal search secrete
    secure seed seem seize select separate serve settle shape share shelter shift ship+ shock shorten show
    sign signal skate sketch ski slow smell smuggle snow soak soar solder solve sort sound span+ spark spawn
    specialise specialize specify spell sponsor sprout squeeze stabilise stage stamp standardise start state
    station stay steer step+ stimulate sting+ stop+ store stream strengthen stretch structure study subdue
    submit+ subside subsidise substitute succeed sue suffer suggest suit summarise summon supersede
    supervise supply support suppose suppress surface surpass surrender surround survey survive suspect
    suspend sustain swallow switch symbolise tabulate tackle tame target taste tax tend term terminate test
    testify thank thatch thaw threaten thrive tie tighten tile time tolerate top+ topple torment total tour
    tow trace trade train transfer+ transform translate transmit+ transplant transport trap+ travel treat
    trigger triple triumph trouble try tunnel turn tweet type undermine unify unite unveil update upgrade
    upload urge use utilise utilize vacate vaccinate value vanish vary venture veto view violate visit vote
    wait walk want warn wash watch weaken weigh welcome weld wheel widen wish witness work worry worship
    wound wrap+ yield
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
    outsell outsold outsold
    undercut undercut undercut
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
