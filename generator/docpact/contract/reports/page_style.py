"""The style sheet of the HTML report: for wide windows, phones, dark mode and paper."""

STYLE = """
:root { color-scheme: light dark; --page: #fff; --card: #fff; --ink: #1c2330; --dim: #5c6675; --line: #d9dee6;
  --soft: #f3f5f8; --bad: #b3261e; --badsoft: #fdecea; --good: #1b6e3c; --goodsoft: #e6f4ea; --accent: #2457a6 }
@media (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1a2028; --ink: #e4e9f0; --dim: #98a3b3;
  --line: #333c48; --soft: #222a34; --bad: #ff8a80; --badsoft: #3b2022; --good: #7ed69b; --goodsoft: #1b3325;
  --accent: #8ab4f8 } }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem;
  background: var(--page); color: var(--ink) }
h1 { font-size: 1.1rem; font-weight: 600; margin: 0; color: var(--dim) }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem } h3 { font-size: 1.05rem; margin: 0 }
a { color: var(--accent) } code, pre, .mono { font-family: ui-monospace, monospace; font-size: .85em }
.server { font-size: 1rem; overflow-wrap: anywhere; margin: .1rem 0 1rem }
.verdict { font-size: 1.4rem; line-height: 1.3; font-weight: 650; margin: 0; padding: .8rem 1rem; border-radius: .5rem;
  background: var(--goodsoft); color: var(--good) }
.verdict.bad { background: var(--badsoft); color: var(--bad) }
.facts { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 1rem 0 0 } .facts div { min-width: 4rem }
.facts dt { color: var(--dim); font-size: .8rem } .facts dd { margin: 0; font-variant-numeric: tabular-nums }
.contents { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: .5rem }
.contents li { display: grid; grid-template-columns: 2rem 1fr auto; gap: .1rem .5rem; padding: .45rem .8rem;
  border-top: 1px solid var(--line) } .contents li:first-child { border: 0 }
.contents .count, .number { color: var(--dim); font-variant-numeric: tabular-nums }
.contents code { color: var(--dim); grid-column: 2; overflow-wrap: anywhere }
article { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--bad);
  border-radius: .5rem; padding: .9rem 1rem; margin: 0 0 1rem; scroll-margin-top: 1rem }
article header { display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; margin-bottom: .4rem }
article header code { color: var(--dim) }
.operation { font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; margin: 0 }
.message { margin: .35rem 0 .6rem; overflow-wrap: anywhere; white-space: pre-line }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin: 0 0 .6rem }
.sides div { border-radius: .4rem; padding: .4rem .7rem; background: var(--goodsoft); overflow-wrap: anywhere }
.sides div + div { background: var(--badsoft) } .sides dt { font-size: .75rem; color: var(--dim) }
.sides dd { margin: 0; font-family: ui-monospace, monospace; font-size: .85rem; white-space: pre-wrap }
.source { color: var(--dim); font-size: .85rem; margin: 0 0 .5rem; overflow-wrap: anywhere }
pre { background: var(--soft); padding: .6rem .8rem; margin: 0 0 .5rem; border-radius: .4rem; white-space: pre-wrap;
  overflow-wrap: anywhere; user-select: all }
details { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: .3rem }
summary { cursor: pointer; color: var(--accent) } details section { margin: .8rem 0 0 }
.wide { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: separate; border-spacing: 0; font-size: .85rem }
.timings { width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .15rem .5rem; text-align: center }
thead th { position: sticky; top: 0; z-index: 1; background: var(--card); vertical-align: bottom; font-weight: 500 }
#matrix thead th { padding: .4rem .1rem } #matrix td { padding: 0; min-width: 1.7rem }
#matrix thead th span { writing-mode: vertical-rl; rotate: 180deg; font-family: ui-monospace, monospace;
  font-size: .75rem; font-weight: 400 }
th[scope=row] { text-align: left; font-weight: 400; font-family: ui-monospace, monospace; position: sticky; left: 0;
  z-index: 1; background: var(--card); min-width: 13rem; max-width: 26rem; overflow-wrap: anywhere }
thead th:first-child { left: 0; z-index: 2 }
.group th, .group td { background: var(--soft) }
.group th { font-weight: 600; font-family: inherit; position: sticky; left: 0; z-index: 1; text-align: left }
.passed { color: var(--good) } .failed { background: var(--bad) }
.failed a, .failed span { display: block; color: var(--page); font-weight: 700; text-decoration: none }
.never { color: var(--line) } td.number { text-align: right; white-space: nowrap }
.bar { display: block; height: .55rem; min-width: 2px; border-radius: .2rem; background: var(--accent) }
.bars { width: 40%; text-align: left } .legend { color: var(--dim); font-size: .85rem; margin: 0 0 .6rem }
.plain { padding-left: 1.2rem; overflow-wrap: anywhere }
@media (max-width: 40rem) { body { padding: 1rem .7rem 3rem; font-size: 15px } .verdict { font-size: 1.15rem }
  .sides { grid-template-columns: 1fr } th[scope=row] { min-width: 9rem; max-width: 9rem; font-size: .7rem }
  .group th { font-size: .75rem }
  .contents li { grid-template-columns: 1.4rem 1fr auto; padding: .45rem .6rem } .bars { display: none } }
@media print { .wide { overflow: visible; max-height: none } article { break-inside: avoid } }
"""
