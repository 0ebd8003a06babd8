# Writes reference files: one line per fact, tab-separated.
#   input   <case> <name> <values>          what the procedure was given
#   expect  <case> <quantity id> <value> <the call that gave it>
# Values carry 17 significant digits. Run every script from the project's folder: Rscript src/test/r/<name>.R
options(digits = 17, warn = -1)

reference_open <- function(file, packages = character()) {
  path <- file.path("src/test/resources/reference", file)
  versions <- vapply(packages, function(p) paste(p, as.character(packageVersion(p))), "")
  con <- file(path, "w")
  writeLines(paste0("# Made by src/test/r with ", R.version.string,
                    if (length(versions)) paste0("; ", paste(versions, collapse = ", ")) else ""), con)
  assign("reference_file", con, envir = globalenv())
}
reference_number <- function(x) {
  ifelse(is.na(x), "NaN", ifelse(is.infinite(x), ifelse(x > 0, "Infinity", "-Infinity"), sprintf("%.17g", x)))
}
input <- function(case, name, values)
  writeLines(paste("input", case, name, paste(reference_number(as.numeric(values)), collapse = " "), sep = "\t"), reference_file)
expect <- function(case, id, value, call = "")
  writeLines(paste("expect", case, id, reference_number(as.numeric(value)), call, sep = "\t"), reference_file)
reference_close <- function() close(reference_file)
