package templates

// firstListColumn is where the option lists begin on the hidden sheet, after the names and values of the stamp.
const firstListColumn = 4
