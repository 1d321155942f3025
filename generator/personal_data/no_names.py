"""Capitalised words that are not part of a private person's name: of organisations, places, days and agendas."""

WORDS = frozenset(
    """
    a an and the of for in on at to by with from or our your their this that these those all any each every
    some no not assembly assemblies committee committees group groups council councils park city town village
    county state states federal working general affinity caucus coalition alliance union unions network
    networks collective cooperative co-op club society association organization organisation foundation
    institute university college school campus church library hub hubs team teams crew circle task force desk
    office department bureau agency board bank banks center centre house hall room tent camp camps kitchen
    clinic museum theatre theater studio press media radio tv news times post journal magazine occupy
    occupied occupiers interoccupy movement movements spokes spokescouncil people peoples public private
    national international regional local global world united america american americans north south east
    west northern southern eastern western northeast northwest southeast southwest central upper lower
    midwest mid atlantic pacific mountain street st avenue ave road rd lane drive boulevard plaza square
    common commons green bridge hill hills island islands quay pier bank weir ferry landing harbour harbor
    bay beach lake river rivers creek valley coast shore heights springs falls fort port point mount
    mountains desert forest woods meadow field fields garden gardens farm mill old new san santa los las el
    saint wall liberty freedom zuccotti washington york angeles francisco diego jose oakland chicago boston
    philadelphia philly denver seattle portland austin dallas houston atlanta miami detroit cleveland
    columbus cincinnati pittsburgh baltimore minneapolis milwaukee madison louis orleans kansas vegas phoenix
    tucson sacramento berkeley richmond norfolk charlotte london paris berlin madrid dublin toronto montreal
    vancouver alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware
    florida georgia hawaii idaho illinois indiana iowa kentucky louisiana maine maryland massachusetts
    michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico ohio oklahoma
    oregon pennsylvania rhode tennessee texas utah vermont virginia wisconsin wyoming canada england britain
    ireland scotland wales france germany spain italy greece europe european africa african asia asian latin
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
    thu thurs fri sat sun day days week weeks weekly month months monthly year years today tonight tomorrow
    yesterday morning afternoon evening night noon spring summer autumn fall winter hour hours minute minutes
    time times date dates anniversary welcome introductions introduction intro agenda agendas item items
    topic topics report reports report-back report-backs reportback reportbacks update updates announcement
    announcements discussion discussions decision decisions proposal proposals action actions next steps step
    open floor closing opening close check checks check-in check-ins mic vibes vibe stack notes note minutes
    summary background context purpose goal goals vision mission plan plans planning strategy question
    questions answer answers comment comments concern concerns feedback review reviews consensus vote votes
    poll polls straw temperature tally results result outcome outcomes block blocks stand aside breakout
    breakouts session sessions part parts section chapter page pages point points list lists table one two
    three four five six seven eight nine ten first second third last final other others more most many few
    both half whole total number numbers count call calls caller callers conference conferences meeting
    meetings gathering gatherings workshop workshops training trainings teach-in event events march marches
    rally rallies protest protests strike strikes boycott direct mass civil disobedience day solidarity
    support legal jail medic medics medical health care food housing homes home foreclosure foreclosures
    eviction evictions debt student students labor labour workers worker jobs job education environment
    environmental climate energy water earth justice peace war veterans police brutality security safety
    safer spaces space community communities outreach communications communication comms facilitation
    facilitator facilitators facilitating tech technology technical web website internet online email e-mail
    phone telephone twitter facebook youtube livestream stream google skype zoom maestro mumble etherpad pad
    wiki finance finances financial money budget budgets donations donation fund funds funding fundraising
    treasury arts art culture music film video videos audio photo photos print printing poster posters flyer
    flyers banner puppets book books newsletter paper letter letters statement statements declaration
    manifesto petition pledge campaign campaigns initiative initiatives project projects program programs
    programme process structure policy policies politics political party parties election elections electoral
    vote voter voting voters bill bills law laws act amendment constitution constitutional resolution
    congress senate house supreme court courts president mayor governor senator representative corporate
    corporations corporation corporatism personhood citizens democracy democratic democrat democrats
    republican republicans tea green wealth inequality economy economic economics trade tax taxes budget cuts
    austerity capitalism socialist anarchist black white brown blue red orange yellow purple pink women woman
    men man queer trans gay youth elders children kids families family immigrant immigrants immigration
    rights human racism race racial gender sex disability access accessibility language spanish english
    french german translation interpreters good great bad best better big small long short high low hot cold
    free full early late quick slow real true right left clear important special extra special main key core
    basic advanced new future past history way forward back up down out over under here there where when what
    who whom why how which if as is are was were be been has have had do does did will would can could should
    must let lets get got go going come make made take took give gave use used see read reading write writing
    say said tell ask asked need needs want wants help helped thanks thank please hello hi dear yes okay ok
    well so then also only just still even very much too again now later soon once ever never always member
    members volunteer volunteers participant participants speaker speakers host hosts guest guests friend
    friends someone somebody anyone everyone everybody nobody person persons rotating various several unknown
    none tba tbd note-taker notetaker timekeeper time-keeper stack-keeper stack-taker scribe moderator chair
    co-chair keeper keepers reporter representative delegate delegates spokesperson liaison coordinator
    organizer organiser organizers organisers committee steering planning coordinating coordination inter
    intergroup interhub nationwide statewide citywide row bend path trail crossing corner depot river
    riverside riverwalk delta ocean sea sun moon star stars sky light fire wind rain snow storm sandy
    hurricane relief recovery disaster response emergency crisis bailout bailouts chase citi wells fargo
    goldman sachs monsanto walmart federal reserve stock exchange bp exxon keystone pipeline tar sands
    fracking nuclear nato g8 acta sopa pipa ndaa move amend strike stone soup robin hood mutual aid bread roses
    rolling jubilee adbusters anonymous rules bylaws sierra
    """.split()
)
"""In small letters."""
ENDINGS = (
    "tion",
    "tions",
    "sion",
    "ment",
    "ments",
    "ness",
    "ings",
    "ance",
    "ence",
    "ity",
    "ism",
    "ists",
    "ers",
    "ors",
    "ies",
    "ology",
    "ship",
)
"""Endings of words of agendas that hardly any name has."""
NAMES_ALL_THE_SAME = frozenset(
    "amity ayers akers bowers byers chambers charity charters chastity childers clarence clement connors constance"
    " cummings davies felicity flowers florence hastings hollings humphries hutchings jance jeffries jennings lance"
    " laurence lawrence masters meyers myers peters powers prudence rawlings rodgers rogers sanders saunders sayers"
    " sellers serenity siders sievers somers spence stivers stovers summers taylors terence terrance terrence torrance"
    " travers trinity vance verity waters withers".split()
)
"""Names that end so."""
