// Package desk is the work of scoring forms, as an office does it: the rule sets at hand made ready (Desk, Edition), what the list
// of units says (UnitList), the folders of results with what is noted of them (the shelf), and the scoring of a form onto them
// (Desk.Score of a ScoreJob; InOrder for many). Begin with New, then Desk.Score.
//
// It promises that what an appraiser typed into a result is never lost: a result is replaced only where its appraisal stands in the
// new one, and what would be nowhere else is put aside first. It tells nothing by itself; the commands do, by an Account.
package desk
