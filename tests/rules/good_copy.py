"""Good copy: drafts as a careful desk would let them through. Every rule must be silent in them."""

COUNCIL = """\
Harlow bridge to stay shut until spring, council says

The Harlow bridge will stay closed until the spring, the town's chief engineer, Ada Holm, said on Tuesday, after a \
survey found rust in four of its twelve hangers.

"I would not let my own children walk across it," Holm told councillors at a public meeting in the town hall. "We \
have known about the two northern hangers since June. The other two are news to us, and bad news."

The survey, which the council published on its website on Monday, puts the cost of repairs at 4.2 million euros. The \
council's reserve stood at 1.1 million euros at the end of last year, according to its annual accounts.

Ben Oduya, who owns a bakery on the east bank, said he had lost a third of his trade since the bridge was shut in \
March. He keeps a ledger by the till and showed a reporter the entries for each week.

The mayor, Ruth Kessler, said the council would ask the state for help. "We are 9,000 people," she said. "We cannot \
pay for this alone, and nobody should expect us to."

A spokesman for the state transport ministry, Paul Lindqvist, said no request had been received. Asked whether the \
ministry would consider one, he said it "looks at every letter that comes in".

The so-called "summer detour" adds eleven kilometres to the school run. Parents have named it "the long goodbye", a \
phrase that Oduya has iced on his cakes.
"""

MILL = """\
---
title: Paper mill sold to its workers
date: 2026-03-04
---

# Paper mill sold to its workers

The last paper mill in the Orme valley was sold to its 240 workers on Wednesday for a token sum, the works council's \
chair, Mina Farrow, said in an interview.

Farrow said the contract was signed shortly after nine in the morning. "My hand shook," she said. "Thirty years I have \
worked in that building, and I had never been in the room where they keep the good pens."

The mill's former owner, Northfold Group, confirmed the sale in a [statement](https://northfold.example/news/orme) and \
said it would carry the pension fund until 2031.

[Reuters reported](https://www.reuters.com/business/orme-mill) in January that Northfold had looked for a buyer since \
last summer. Farrow said that was right, and that three bidders had walked away.

The mill lost 3 million euros last year, its accounts show. Tom Ikeda, an economist at the University of Selby who has \
studied worker buyouts, said eleven of the eighteen he has followed were still running after ten years.

"They do not fail more often than other firms," Ikeda said. "They fail more slowly, because people lend them their own \
patience."

Farrow has hung the film poster of "The Man in the White Suit" in the canteen. Underneath somebody has written the word \
"ours" in pencil.
"""

COURT = """\
Former treasurer of rowing club goes on trial

A former treasurer of the Selby Rowing Club went on trial on Monday, accused by prosecutors of embezzlement. The \
indictment, read out by prosecutor Lena Brandt, says Karl Weiss moved 86,000 euros from the club's account to his own.

Weiss, 58, denies the charge. His lawyer, Omar Said, told the court that the club owed his client the money.

"There are receipts for every cent," Said said. "We will show them one by one, and it will take the whole of next week.

"My client rowed for this club for forty years. He did not rob it."

The club's chair, Petra Novak, said in the witness stand that she had first noticed a gap in the books in 2023, when a \
boat dealer in Ghent asked where his payment was. She described Weiss as "careful, almost painfully careful".

A person who works for the club's bank, and who asked not to be named because staff are not allowed to discuss clients, \
said the transfers had been made on four evenings in May.

Members have argued for months about what the statute means by "reasonable expenses", the phrase on which the case may \
turn. The statute's author, retired judge Hugo Prins, said he had meant "train fares and sandwiches".

The trial goes on, and a verdict is expected on 12 June, Brandt said.
"""

DRAFTS = {
    "council": (COUNCIL, "text"),
    "mill": (MILL, "markdown"),
    "court": (COURT, "text"),
}
