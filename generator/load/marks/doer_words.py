"""Words that tell who does something from what is to be done; lists of words, and no rules.

They are English, as the labels of marks are. How they are used is left to `tasks`.
"""

DEEDS = frozenset(
    """
    add adopt aim announce answer apply approach arrange ask assemble assign attend book bottom-line bottomline bring
    build buy call carry cc change check choose circulate clarify clean close coach collect come compile complete
    compose confirm connect consider contact continue convene cook coordinate copy count create decide define deliver
    describe design discuss distribute do donate draft draw edit email encourage establish explain explore facilitate
    file fill finalise finalize find finish fix follow form forward gather get give go hand help hold host identify
    include inform invite join keep know lead learn leave let link list look mail make map meet mend merge modify move
    name offer open order organise organize outline paint pass pick plan plant post prepare present print promote
    propose prove provide publicise publicize publish push put raise reach read record recruit reflect register remind
    rent repair reply report request research reserve respond restart return review revise rewrite ring run save
    schedule search see seek select send set setup share show sign sort speak spread start stay stop submit suggest
    summarise summarize support take talk tell test thank think tighten track train translate try turn type
    update upload use verify visit wait walk watch work write
    """.split()
)
"""Deeds as an action begins with them."""

DEEDS_OF_ONE = frozenset(
    """
    arranges asks books bottomlines bottom-lines brings calls circulates collects compiles contacts cooks counts drafts
    emails finds gathers invites joins mails makes organises organizes pastes posts prepares prints publishes reminds
    reports sends translates types writes
    """.split()
)
"""Deeds as they follow the one who does them."""

NO_OBJECTS = frozenset("and at before by end for from in of on or to with".split())
"""Words behind a deed that leave open who does it, as in `letter to send to all`."""

NO_OWNERS = frozenset(
    """
    a after again also an another any as asap at before by done due each-week eg either every-week for from how if in
    into maybe more my need needed next no nobody none not now of on once only open or pending please possibly re see
    so some somebody someone still that then there these they this those to today tomorrow tonight unassigned unclear
    unknown until urgent we what when where which who whoever why with yes you
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Words with which no role and no group begins."""

THINGS = frozenset(
    """
    action actions agenda background context date deadline details example fyi i.e idea important info item link links
    location nb note notes question questions reason reminder task tbc tbd time to-do todo topic update updates url
    website when where
    """.split()
)
"""What stands before a colon and is no owner, where it stands there alone."""

SENTENCE_WORDS = frozenset(
    "am are be been but can cannot could did do does had has have i if is it its let’s let's may might must need needs"
    " please shall should so that then there they this was we were what when where which will would you".split()
)
"""Words that make a sentence of what would be a name."""

ROLES = frozenset(
    """
    affinity archivist archivists arts assemblies assembly board bottomliner bottomliners cell circle cluster committee
    committees comms communications convenor convenors cooks coordinators crew delegates department desk education
    everybody everyone facilitation facilitator facilitators finance food group groups greeters host hosts housing
    hub ioc kitchen kitchens legal livestream logistics media medics members moderator moderators network note-taker
    note-takers notetaker notetakers note-keepers organisers organizers outreach participants pga planning press
    programming safety scribe scribes secretariat secretary security spokescouncil stack-keeper stack-keepers
    stack-taker steering subcommittee subgroup subgroups tactical task-force team teams tech techies technology
    timekeeper timekeepers translation translators treasurer treasury volunteer volunteers web webteam wg workgroup
    working-group workshop
    """.split()
)
"""Roles on a call, kinds of groups, and the common names of working groups."""
