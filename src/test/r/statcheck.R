# Test statistics of our own making, read and recomputed by statcheck. Run from the project's root:
#   Rscript src/test/r/statcheck.R
suppressMessages(library(statcheck))
set.seed(20260302)
f <- function(x, d = 2) formatC(x, digits = d, format = "f")
nolead <- function(s) sub("^0\\.", ".", s)
texts <- character()
say <- function(...) texts <<- c(texts, paste0(...))
print_p <- function(p, wrong) {
  if (wrong == 1) p <- min(0.99, p + 0.06) else if (wrong == 2) p <- p / 3
  style <- sample(4, 1)
  if (style == 1) paste0("p = ", nolead(f(p, 3)))
  else if (style == 2) paste0("p = ", f(p, 2))
  else if (style == 3) { cut <- c(.001, .01, .05, .1)[findInterval(p, c(0, .001, .01, .05))]; if (p > .1) paste0("p > ", nolead(f(floor(p * 10) / 10, 2))) else paste0("p < ", nolead(f(cut, if (cut < .01) 3 else 2))) }
  else if (p > .05) "ns" else paste0("p=", nolead(f(p, 3)))
}
for (i in 1:240) {
  wrong <- sample(c(0, 0, 0, 1, 2), 1)
  kind <- sample(c("t", "F", "r", "chi2", "z", "Q"), 1)
  df1 <- sample(1:6, 1); df2 <- sample(8:200, 1)
  if (kind == "t") { s <- round(rnorm(1, 0, 2.2), 2); p <- 2 * pt(-abs(s), df2); say("It gave t(", df2, ") = ", f(s), ", ", print_p(p, wrong), ".") }
  if (kind == "F") { s <- round(rexp(1, .3) + .05, 2); p <- pf(s, df1, df2, lower.tail = FALSE); say("It gave F(", df1, ", ", df2, ") = ", f(s), ", ", print_p(p, wrong), ".") }
  if (kind == "r") { s <- round(runif(1, -.6, .6), 2); p <- 2 * pt(-abs(s * sqrt(df2 / (1 - s^2))), df2); say("It gave r(", df2, ") = ", nolead(f(s)), ", ", print_p(p, wrong), ".") }
  if (kind == "chi2") { s <- round(rexp(1, .2) + .05, 2); p <- pchisq(s, df1, lower.tail = FALSE); say("It gave \u03c72(", df1, ", N = ", df2 + 30, ") = ", f(s), ", ", print_p(p, wrong), ".") }
  if (kind == "z") { s <- round(rnorm(1, 0, 2), 2); p <- 2 * pnorm(-abs(s)); say("It gave z = ", f(s), ", ", print_p(p, wrong), ".") }
  if (kind == "Q") { s <- round(rexp(1, .2) + .05, 2); p <- pchisq(s, df1, lower.tail = FALSE); say("It gave Q(", df1, ") = ", f(s), ", ", print_p(p, wrong), ".") }
}
# Spellings and traps, one each.
for (s in c(
  "It gave t(28)=2.20,p=.036.", "It gave t (28) = 2.20 , p = .036.", "It gave t(28) = -2.20, p = .036.",
  "It gave t(28) = \u22122.20, p = .036.", "It gave t[28] = 2.20, p = .036.", "It gave t(28.4) = 2.20, p = .036.",
  "It gave F(2,57)=3.20, p = .048.", "It gave F(2; 57) = 3.20, p = .048.", "It gave F(2,157) = 3.20, p = .043.",
  "It gave F(1, 20) < 1, ns.", "It gave F(1, 20) < 1, p = .50.", "It gave F(1.5, 57.3) = 3.20, p = .060.",
  "It gave chi2(1) = 3.84, p = .05.", "It gave X2(1) = 3.84, p = .05.", "It gave \u03c7\u00b2(1, N = 1,234) = 3.84, p = .05.",
  "It gave r(48) = .35, p < .05.", "It gave r(48) = 1.35, p < .05.", "It gave r(48) = 1.00, p < .001.",
  "It gave t(28) = 2.20, p = .000.", "It gave t(28) = 9.20, p = .000.", "It gave t(28) = 2.20, p = 1.2.",
  "It gave t(28) = 2.20, p < .001.", "It gave t(28) = 2.05, p < .05.", "It gave t(28) = 2.05, p = .05.",
  "It gave z = 1.96, p = .05.", "It gave z = 1.64, p = .05 (one-tailed).", "It gave t(28) = 1.71, p = .049, one-sided.",
  "It gave t(28) = 2.20, P = .036.", "It gave t(28) = 2.20, p \u2264 .05.", "It gave t(28) = 2.20, d = 0.8, p = .036.",
  "It gave F(2, 57) = 3.20, MSE = 12.1, p = .048.", "It gave t(28) = 2.20 (p = .036).", "It gave t(28) = 2.20; p = .036.",
  "It gave t(1,028) = 2.20, p = .028.", "It gave t(28) = 0.00, p = 1.00.", "It gave t(28) = 0.04, p = .97.",
  "It gave t28 = 2.20, p = .036.", "It gave t = 2.20, df = 28, p = .036.", "It gave t(28) = 2.20, p is .036.",
  "It gave Q(3) = 12.10, p = .007.", "It gave QB(3) = 12.10, p = .007.", "It gave Z = 2.58, p < .01.",
  "It gave t(28) = 2.20, p = .04 and F(1, 28) = 4.84, p = .04.", "It gave F(2, 57) = 3.20, p > .05.",
  "It gave t(28) = 1.70, p < .05.", "It gave F(1, 28) = 2.89, p < .05."
)) say(s)
# Widened: each kind again at its borders, with few and with many degrees of freedom, small and large statistics, every
# comparison, several results in a sentence, and the spaces, signs, letters and line ends that a conversion leaves behind.
for (i in 1:160) {
  wrong <- sample(c(0, 0, 1, 2), 1)
  kind <- sample(c("t", "F", "r", "chi2", "z", "Q", "Qb", "Qw"), 1)
  df1 <- sample(c(1, 2, 3, 10, 40), 1); df2 <- sample(c(1, 2, 3, 5, 7, 400, 2500), 1); d <- sample(1:3, 1)
  gap <- sample(c(" = ", "=", " =", "= "), 1); sep <- sample(c(", ", ",", " , "), 1)
  q <- function(p) { style <- sample(5, 1); if (wrong == 1) p <- min(.99, p * 1.7 + .02) else if (wrong == 2) p <- p / 4
    if (style == 1) paste0("p", gap, nolead(f(p, 2))) else if (style == 2) paste0("p", gap, nolead(f(p, 4))) else if (style == 3) paste0("p < ", nolead(f(min(99, ceiling(p * 100 + .001)) / 100, 2))) else if (style == 4 && p > .01) paste0("p > ", nolead(f(floor(p * 100) / 100, 2))) else if (p > .05 && sep == ", ") "ns" else paste0("p", gap, nolead(f(p, 3))) }
  if (kind == "t") { s <- round(rnorm(1, 0, 3), d); say("It gave t(", df2, ")", gap, f(s, d), sep, q(2 * pt(-abs(s), df2)), ".") }
  if (kind == "F") { s <- round(rexp(1, .3) + .05, d); say("It gave F(", df1, ",", sample(c("", " "), 1), df2, ")", gap, f(s, d), sep, q(pf(s, df1, df2, lower.tail = FALSE)), ".") }
  if (kind == "r") { s <- round(runif(1, -.98, .98), d); say("It gave r(", df2, ")", gap, nolead(f(s, d)), sep, q(2 * pt(-abs(s * sqrt(df2 / (1 - s^2))), df2)), ".") }
  if (kind == "chi2") { s <- round(rexp(1, .1) + .05, d); say("It gave ", sample(c("\u03c72", "X2", "chi2"), 1), "(", df1, sample(c("", ", N = 90", ", N=1250"), 1), ")", gap, f(s, d), sep, q(pchisq(s, df1, lower.tail = FALSE)), ".") }
  if (kind == "z") { s <- round(rnorm(1, 0, 2.5), d); say("It gave ", sample(c("z", "Z"), 1), gap, f(s, d), sep, q(2 * pnorm(-abs(s))), ".") }
  if (kind %in% c("Q", "Qb", "Qw")) { s <- round(rexp(1, .1) + .05, d); say("It gave ", kind, "(", df1, ")", gap, f(s, d), sep, q(pchisq(s, df1, lower.tail = FALSE)), ".") }
}
for (s in c(
  "It gave t(28) = 2.20, p = .036, and then t(28) = 1.20, p = .036.", "It gave t(28) = 2.20, p = .036; F(1, 28) = 4.84, p = .036; r(28) = .38, p = .038.",
  "It gave t(28) = 2.20, p = .036, z = 1.96, p = .05, and \u03c72(1) = 3.84, p = .05.", "It gave t(28) = 2.20,\np = .036.", "It gave t(28)\n= 2.20, p = .036.",
  "It gave t(28) = \u20132.20, p = .036.", "It gave t(28) = +2.20, p = .036.", "It gave t(28) = 2,20, p = ,036.", "It gave t(28) = 2.20, p = 0.036.",
  "It gave t(28) = 2.2, p = .04.", "It gave t(28) = 2, p = .055.", "It gave t(28) = 2.200, p = .0362.", "It gave t(28) > 2.20, p < .05.", "It gave t(28) < 1, p > .30.",
  "It gave t(0) = 2.20, p = .036.", "It gave t(28) = 2.20, p < .05, d = 0.8.", "It gave t(28) = 2.20, p = .036 (two-tailed).", "It gave t(28) = 2.20, p(two-tailed) = .036.",
  "It gave t(28) = 2.20, p = .018 (one-tailed).", "It gave t(28) = 2.20, p = .018, one-tailed.", "It gave t(28) = 37.20, p < .001.", "It gave t(28) = 37.20, p > .05.",
  "It gave t(28) = 2.048, p = .05.", "It gave t(28) = 2.05, p = .050.", "It gave t(28) = 2.04, p < .05.", "It gave t(28) = 2.05, p > .05.", "It gave t(28) = 2.05, ns.",
  "It gave F(1, 28) = 4.20, p = .05.", "It gave F(1, 28) = 4.20, p < .05.", "It gave F(1, 28) = 4.19, p < .05.", "It gave F(3, 1200) = 0.01, p = 1.00.", "It gave F(3, 1200) = 2.61, p = .05.",
  "It gave F(1,1200) = 3.85, p = .05.", "It gave F(2, 57) = 3.20, p = .048, partial eta2 = .10.", "It gave F(1, 28) = 250.3, p < .0001.", "It gave F(1, 28) = 0.00, p = .99.",
  "It gave r(28) = .361, p = .05.", "It gave r(28) = -.36, p = .05.", "It gave r(98) = .20, p = .05.", "It gave r(2) = .95, p = .05.", "It gave r(1000) = .06, p = .06.", "It gave r(28) = 0.36, p = .051.",
  "It gave r = .36, p = .05.", "It gave r(28) = .99, p < .001.", "It gave \u03c72(2) = 5.99, p = .05.", "It gave \u03c72(2) = 5.99, p < .05.", "It gave \u03c72(2) = 6.00, p < .05.", "It gave \u03c72(2, N = 90) = 5.98, p = .05.",
  "It gave \u03c72 (2) = 5.99, p = .05.", "It gave \u03c72 = 5.99, p = .05.", "It gave chi-square(2) = 5.99, p = .05.", "It gave z = 1.645, p = .05.", "It gave z = -1.96, p = .025.", "It gave z = 8.20, p < .001.", "It gave z = 0.00, p = 1.00.",
  "It gave Q(9) = 13.04, p = .16.", "It gave Qw(9) = 16.92, p = .05.", "It gave QW(9) = 16.92, p = .05.", "It gave Q (9) = 16.92, p = .05.", "It gave (t(28) = 2.20, p = .036).", "It gave [t(28) = 2.20, p = .036].", "It gave t(28)=2.20 p=.036.",
  "It gave \u03c7\u00b2(1) = 3.84, p = .05.", "It gave chi2(1, n=90) = 3.84, p = .05.", "It gave F(2, 57) = 9.20, p > .00.",
  "It gave t(28) = 2.20,  p = .036.", "It gave t(28) = 1.20,ns.", "It gave t(28) = 1.20 , ns.",
  "It gave t(28) = 2.20, p =.036, F(2,57)=3.20,p=.048."
)) say(s)
run <- function(text) {
  r <- tryCatch(suppressMessages(suppressWarnings(statcheck(text, messages = FALSE))), error = function(e) NULL)
  if (is.null(r) || nrow(r) == 0) return(data.frame(text = text, found = 0, type = "", df1 = NA, df2 = NA, value = NA, computed = NA, error = NA, decision_error = NA))
  data.frame(text = text, found = nrow(r), type = r$test_type, df1 = r$df1, df2 = r$df2, value = r$test_value, computed = r$computed_p, error = r$error, decision_error = r$decision_error)
}
rows <- do.call(rbind, lapply(texts, run))
rows$computed <- ifelse(is.na(rows$computed), "", sprintf("%.15g", rows$computed))
con <- file("src/test/resources/reference/statcheck.csv", open = "w", encoding = "UTF-8")
writeLines(c(paste0("# ", R.version.string, ", statcheck ", packageVersion("statcheck"), ", statcheck(text)")), con)
write.csv(rows, con, row.names = FALSE, na = "", quote = TRUE)
close(con)
