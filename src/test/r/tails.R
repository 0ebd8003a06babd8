# Tail probabilities and quantiles for stats.Tails. Run from the project's root: Rscript src/test/r/tails.R
rows <- list()
add <- function(fun, a, b, c, value, call) rows[[length(rows) + 1]] <<- sprintf("%s,%s,%s,%s,%.17g,\"%s\"", fun, a, b, c, value, call)
for (t in c(0, 0.3, -2.1, 5, 30)) for (df in c(1, 2.5, 28, 1000)) add("two-sided-t", t, df, "", 2 * pt(-abs(t), df), "2 * pt(-abs(a), b)")
for (z in c(0, 0.5, -1.96, 8, 30)) add("two-sided-normal", z, "", "", 2 * pnorm(-abs(z)), "2 * pnorm(-abs(a))")
for (f in c(0.1, 1, 3.2, 80)) for (d in list(c(1, 10), c(2, 57), c(4.5, 120.3))) add("upper-f", f, d[1], d[2], pf(f, d[1], d[2], lower.tail = FALSE), "pf(a, b, c, lower.tail = FALSE)")
for (x in c(0.01, 3.84, 25, 400)) for (df in c(1, 3, 20)) add("upper-chi-squared", x, df, "", pchisq(x, df, lower.tail = FALSE), "pchisq(a, b, lower.tail = FALSE)")
for (r in c(0, 0.35, -0.6, 0.99)) for (df in c(3, 48)) add("two-sided-correlation", r, df, "", 2 * pt(-abs(r) * sqrt(df / (1 - r^2)), df), "2 * pt(-abs(a) * sqrt(b / (1 - a^2)), b)")
for (p in c(0.025, 0.5, 0.975, 0.999)) {
  add("normal-quantile", p, "", "", qnorm(p), "qnorm(a)")
  for (df in c(3, 20, 60.5)) add("t-quantile", p, df, "", qt(p, df), "qt(a, b)")
}
writeLines(c(paste("#", R.version.string), "function,a,b,c,value,call", unlist(rows)), "src/test/resources/reference/tails.csv")
