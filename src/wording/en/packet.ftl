### The packet on paper: brief.pdf, report.pdf, and the slides.

## What is asked for, in the brief.

ask-heading = What we ask for: { $title }
# $reachable and $more are hours a week, such as "16.1 h" and "+8.2 h".
ask-reach = { $least ->
    [0] { $reachable }
   *[other] At least { $reachable }
} a week of partner time within reach ({ $more }).
ask-usable = { $least ->
    [0] { $usable }
   *[other] At least { $usable }
} a week off the desk in usable blocks ({ $more }).
ask-partners = { $less ->
    [0] { $more ->
        [one] One of { $all } partners gains time; none loses any.
       *[other] { $more } of { $all } partners gain time; none loses any.
    }
   *[other] Of { $all } partners, { $more } gain time and { $less } lose some.
}
ask-work-added = { $hours } a week of work are added.
ask-money = That costs { $money } a week.
ask-no-work-added = No hour of work is added.
ask-desk-moved = { $hours } a week of desk time change hands or are given up.
ask-work-removed = { $hours } a week of work are taken away.
ask-cover-less = Desks are under their minimum for { $more } a week more ({ $now } in all).
ask-open-hours-kept = Opening hours stay as they are.
ask-cover-whole = No desk is under its minimum.
ask-cover-kept = Desks are covered as well as today.
ask-cover-better = Desks are under their minimum for { $less } a week less than today ({ $now } remain).
ask-work-kept = Everybody keeps their hours of work.
ask-changes-more = { $n ->
    [one] One more change stands in the report.
   *[other] { $n } more changes stand in the report.
}
ask-wins = What it wins.
ask-costs = What it costs.
ask-keeps = What it keeps.

## The brief.

brief-more = What else the schedules show
brief-question = How much time do our schedules leave for the community, and what would leave more?
brief-source-how = How this was computed.
brief-source-how-text = To the minute, from the files named, by offdesk { $version }. Each number is in a table of the report; report.pdf gives the rules and every assumption.
brief-print = Fingerprint.
brief-print-text = { $ident }. The same files give the same figures and the same pages.

## The report as PDF: headings and labels.

pdf-description = Evidence from schedules and opening hours, { $period }.
pdf-brief-title = { $title }: the brief
figure = Figure
figures = Figures
page-of = Page { $page } of { $pages }
contents = Contents
tables-behind-figures = Tables behind the figures
tables-behind-figures-lead = Figures of time are whole minutes over the whole period, unless a column says otherwise. What each column means stands in tables/README.md.
table-title = { $file }
# $figures is a list of numbers, such as "1 and 2"; $n is how many.
table-behind = { $n ->
    [one] Behind figure { $figures }.
   *[other] Behind figures { $figures }.
}
table-about = { $about }.
table-in-every-row = The same in every row: { $columns }.
table-nothing-in = nothing in { $columns }
table-follows = Its table stands at the end of this report.
table-in-file = { $n ->
    [one] Its table has one row: { $file }.
   *[other] Its table has { $n } rows: { $file }.
}
more-problems = { $n } more: the command “offdesk check” lists them all.

## The slides.

slides-about = Each chart stands here twice, at 1920 by 1080 pixels: on white, and without a ground. The upper part is left free for a title of your own.
slide-files = Files: `{ $white }`, `{ $transparent }`
slide-caption = Caption: { $caption }
slide-alt = Text alternative: { $alt }

## What the terminal says when a report is written.

wrote-charts = { $n ->
    [one] { $n } chart
   *[other] { $n } charts
}
wrote-tables = { $n ->
    [one] { $n } table
   *[other] { $n } tables
}
wrote-slides = { $n ->
    [one] { $n } slide
   *[other] { $n } slides
}
wrote-pdfs = two PDFs (brief.pdf is one page)
wrote-report = { $n ->
    [0] Wrote the report. Open { $page }
   *[other] Wrote the report with { $parts }. Open { $page }
}
wrote-parts = Wrote { $parts } to { $folder }.
brief-asks-nothing = The brief asks for nothing yet: name what you want with --scenario NAME.
