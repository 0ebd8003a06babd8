# Reference values for the categorical, paired, scale, agreement, resampling and design methods, on invented data.
# Run from the project's folder: Rscript src/test/r/methods-categorical.R
# The data are made here too, so that they and the values cannot drift apart.
options(digits = 17, warn = -1)
folder <- "src/test/resources/studies/methods-categorical/data/"
set.seed(1951, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
n <- 90
pick <- function(x, p) sample(x, n, replace = TRUE, prob = p)
some_missing <- function(x, k) { x[sample(n, k)] <- NA; x }
d <- data.frame(id = sprintf("P%02d", 1:n), arm = pick(c("old", "new"), c(.4, .6)), clinic = pick(c("north", "south", "east"), c(.5, .3, .2)),
  dose = pick(c("low", "middle", "high"), c(.3, .3, .4)))
risk <- plogis(-1 + .9 * (d$arm == "old") + .5 * match(d$dose, c("low", "middle", "high")) - .4 * (d$clinic == "east"))
d$relapse <- some_missing(ifelse(runif(n) < risk, "yes", "no"), 4)
d$before <- some_missing(ifelse(runif(n) < .6, "yes", "no"), 3)
d$after <- some_missing(ifelse(runif(n) < ifelse(d$before %in% "yes", .4, .2), "yes", "no"), 2)
d$grade <- some_missing(pick(c("none", "mild", "severe"), c(.5, .3, .2)), 5)
write.csv(d, paste0(folder, "people.csv"), row.names = FALSE, na = "NA", quote = FALSE)
counts <- data.frame(site = rep(c("a", "b", "c", "d", "e", "f"), each = 5), answer = rep(c("v", "w", "x", "y", "z"), 6), n = rpois(30, 30))
write.csv(counts, paste0(folder, "counts.csv"), row.names = FALSE, quote = FALSE)

rows <- list()
put <- function(key, value, call) rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.17g", as.numeric(value)), call = call)
test <- function(key, t, call) { put(paste0(key, ".statistic"), t$statistic, call); put(paste0(key, ".df"), t$parameter, call); put(paste0(key, ".p"), t$p.value, call) }

d$arm <- factor(d$arm, c("new", "old")); d$relapse <- factor(d$relapse, c("yes", "no")); d$clinic <- factor(d$clinic, c("north", "south", "east"))
d$dose <- factor(d$dose, c("low", "middle", "high")); d$grade <- factor(d$grade, c("none", "mild", "severe"))
d$before <- factor(d$before, c("yes", "no")); d$after <- factor(d$after, c("yes", "no"))

# McNemar
m <- table(d$before, d$after); b <- m[1, 2]; c <- m[2, 1]
put("mcnemar.p", binom.test(b, b + c)$p.value, "binom.test(b, b + c)$p.value")
ci <- binom.test(b, b + c)$conf.int
put("mcnemar.estimate", b / c, "b / c"); put("mcnemar.ci.lower", ci[1] / (1 - ci[1]), "binom.test(b, b + c)$conf.int as odds"); put("mcnemar.ci.upper", ci[2] / (1 - ci[2]), "binom.test(b, b + c)$conf.int as odds")
put("mcnemar.difference", (b - c) / sum(m), "(b - c) / n")
test("mcnemar_corrected", mcnemar.test(m), "mcnemar.test(m)"); test("mcnemar_plain", mcnemar.test(m, correct = FALSE), "mcnemar.test(m, correct = FALSE)")

# Stratified
s <- table(d$arm, d$relapse, d$clinic)
t <- mantelhaen.test(s)
put("stratified.estimate", t$estimate, "mantelhaen.test(s)"); put("stratified.ci.lower", t$conf.int[1], "mantelhaen.test(s)"); put("stratified.ci.upper", t$conf.int[2], "mantelhaen.test(s)"); test("stratified", t, "mantelhaen.test(s)")
put("stratified_plain.p", mantelhaen.test(s, correct = FALSE)$p.value, "mantelhaen.test(s, correct = FALSE)")
# Breslow and Day's statistic from its definition: the expected cell maximises nothing, it solves the odds ratio's equation
breslow_day <- function(s, tarone) {
  or <- sum(s[1, 1, ] * s[2, 2, ] / apply(s, 3, sum)) / sum(s[1, 2, ] * s[2, 1, ] / apply(s, 3, sum))
  a <- e <- v <- numeric(dim(s)[3])
  for (k in seq_along(a)) {
    n1 <- sum(s[1, , k]); n2 <- sum(s[2, , k]); m1 <- sum(s[, 1, k]); a[k] <- s[1, 1, k]
    lo <- max(0, m1 - n2); hi <- min(n1, m1)
    e[k] <- uniroot(function(x) log(x) + log(n2 - m1 + x) - log(n1 - x) - log(m1 - x) - log(or), c(lo + 1e-12, hi - 1e-12), tol = 1e-15, maxiter = 10000)$root
    v[k] <- 1 / (1 / e[k] + 1 / (n1 - e[k]) + 1 / (m1 - e[k]) + 1 / (n2 - m1 + e[k]))
  }
  x <- sum((a - e)^2 / v) - (if (tarone) sum(a - e)^2 / sum(v) else 0)
  list(statistic = x, parameter = length(a) - 1, p.value = pchisq(x, length(a) - 1, lower.tail = FALSE))
}
test("stratified.homogeneity", breslow_day(s, TRUE), "by uniroot from the definition, Tarone"); test("stratified_plain.homogeneity", breslow_day(s, FALSE), "by uniroot from the definition")
for (k in dimnames(s)[[3]]) { x <- s[, , k]; put(paste0("stratified.", k, ".estimate"), x[1, 1] * x[2, 2] / x[1, 2] / x[2, 1], "ad/bc"); put(paste0("stratified.", k, ".ci.upper"), exp(log(x[1, 1] * x[2, 2] / x[1, 2] / x[2, 1]) + qnorm(.975) * sqrt(sum(1 / x))), "Woolf") }
N <- apply(s, 3, sum); n1 <- apply(s[1, , ], 2, sum); n2 <- apply(s[2, , ], 2, sum); x1 <- s[1, 1, ]; x2 <- s[2, 1, ]; w <- n1 * n2 / N
rr <- sum(x1 * n2 / N) / sum(x2 * n1 / N); se <- sqrt(sum((n1 * n2 * (x1 + x2) - x1 * x2 * N) / N^2) / (sum(x1 * n2 / N) * sum(x2 * n1 / N)))
put("stratified_risk.estimate", rr, "Greenland and Robins"); put("stratified_risk.ci.upper", rr * exp(qnorm(.975) * se), "Greenland and Robins")
put("stratified_risk.north.estimate", (x1 / n1 / (x2 / n2))["north"], "x1 / n1 / (x2 / n2)")
rd <- sum(w * (x1 / n1 - x2 / n2)) / sum(w); put("stratified_difference.estimate", rd, "Greenland and Robins")

# Trend, goodness of fit
x <- table(d$dose, d$relapse)
t <- prop.trend.test(x[, 1], rowSums(x)); test("trend", t, "prop.trend.test(x, n)")
test("trend_scored", prop.trend.test(x[, 1], rowSums(x), score = c(0, 1, 5)), "prop.trend.test(x, n, score = c(0, 1, 5))")
z <- sqrt(t$statistic) * sign(cor(as.numeric(d$dose), d$relapse == "yes", use = "complete.obs")); put("trend_rising.p", pnorm(z, lower.tail = FALSE), "pnorm(sqrt(prop.trend.test), lower.tail = FALSE)")
test("fit", chisq.test(table(d$grade)), "chisq.test(table(grade))"); test("fit_ratio", chisq.test(table(d$grade), p = c(9, 3, 4), rescale.p = TRUE), "chisq.test(table(grade), p = c(9, 3, 4), rescale.p = TRUE)")

# Tables
g <- table(d$clinic, d$grade); k <- chisq.test(g, correct = FALSE); v2 <- k$statistic / (sum(g) * (min(dim(g)) - 1))
test("association", k, "chisq.test(g)"); put("cramer.estimate", sqrt(v2), "sqrt(chisq/(n (min - 1)))")
ncp <- function(p) if (pchisq(k$statistic, k$parameter) <= p) 0 else uniroot(function(l) pchisq(k$statistic, k$parameter, l) - p, c(0, 200), tol = 1e-13)$root
put("cramer.ci.lower", sqrt(ncp(.975) / (sum(g) * (min(dim(g)) - 1))), "pchisq(ncp) by uniroot"); put("cramer.ci.upper", sqrt(ncp(.025) / (sum(g) * (min(dim(g)) - 1))), "pchisq(ncp) by uniroot")
put("fisher.p", fisher.test(g)$p.value, "fisher.test(g)")
two <- table(factor(d$arm, c("old", "new")), factor(d$relapse, c("no", "yes")))
put("fisher_one_sided.p", fisher.test(two, alternative = "greater")$p.value, "fisher.test(table(arm, relapse), alternative = 'greater')")
put("yates.p", chisq.test(two)$p.value, "chisq.test(two)"); put("plain.p", chisq.test(two, correct = FALSE)$p.value, "chisq.test(two, correct = FALSE)")
put("table_one.relapse.p", chisq.test(two, correct = FALSE)$p.value, "chisq.test(two, correct = FALSE)")
big <- xtabs(n ~ site + answer, counts)
test("counted", chisq.test(big), "chisq.test(big)")
put("counted_fit.p", chisq.test(xtabs(n ~ answer, counts))$p.value, "chisq.test(xtabs(n ~ answer))")

# These agree with R's simulation only as far as either is exact: the test allows for both errors.
set.seed(7); put("simulated.p", fisher.test(big, simulate.p.value = TRUE, B = 2e5)$p.value, "fisher.test(big, simulate.p.value = TRUE, B = 2e5)")

out <- file("src/test/resources/reference/methods-categorical.csv", "w")
writeLines(paste0("# ", R.version.string), out)
write.csv(do.call(rbind, rows), out, row.names = FALSE)
close(out)
