package templates

// signatureRows is how many rows the signature block takes.
const signatureRows = 7
