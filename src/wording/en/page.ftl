### The HTML page: what stands around figures, and what its buttons say.

page-figure = Figure { $n }
page-views = Figure { $n } as
page-picture = Picture
page-table = Table
# How to read a picture by keyboard; it shows while the picture has the focus.
page-keys = Arrow keys read it part by part, Escape closes.
# Before links such as "SVG".
page-download = Download
# The same for those who hear the link alone; $kind is such as "SVG".
page-file = { $kind } of figure { $n }
# Of a link behind a finding, to the rows of the table that it rests on.
page-rows = rows
page-rows-of = rows of the table { $table }
