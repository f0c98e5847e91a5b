module clock {}
