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
d$age <- round(rnorm(n, 45, 12)); d$score <- some_missing(round((rnorm(n, 20, 6) + 3 * (d$arm == "new") + 2 * (d$clinic == "east")) * 2) / 2, 4)
d$t1 <- some_missing(round(rnorm(n, 10, 3)), 2); d$t2 <- some_missing(d$t1 + sample(-2:3, n, replace = TRUE), 2); d$t3 <- some_missing(d$t1 + sample(-1:4, n, replace = TRUE), 2)
trait <- rnorm(n)
for (i in 1:5) d[[paste0("q", i)]] <- some_missing(pmin(6, pmax(0, round(3 + c(1.2, .9, 1.4, .5, 1)[i] * trait + rnorm(n)))), 1)
for (i in 1:3) d[[paste0("j", i)]] <- some_missing(round(10 + 3 * trait + c(0, 1, -.5)[i] + rnorm(n), 1), 1)
for (i in 1:3) d[[paste0("c", i)]] <- some_missing(ifelse(runif(n) < .75, as.character(cut(trait, c(-Inf, -.5, .5, Inf), c("a", "b", "c"))), sample(c("a", "b", "c"), n, replace = TRUE)), 6)
d$few <- c(rep("x", 6), rep("y", 7), rep(NA, n - 13))
write.csv(d, paste0(folder, "people.csv"), row.names = FALSE, na = "NA", quote = FALSE)
counts <- data.frame(site = rep(c("a", "b", "c", "d", "e", "f"), each = 5), answer = rep(c("v", "w", "x", "y", "z"), 6), n = rpois(30, 30))
write.csv(counts, paste0(folder, "counts.csv"), row.names = FALSE, quote = FALSE)

set.seed(12) # the draws below are checks only; the data are made

pairs <- data.frame(x = c(1, 2, 2, 3, 5), y = c(2.5, 2, 4, 3.5, 6), n = c(3, 1, 4, 2, 5)); write.csv(pairs, paste0(folder, "pairs.csv"), row.names = FALSE, quote = FALSE)

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
set.seed(7); put("simulated.large_table.p", fisher.test(big, simulate.p.value = TRUE, B = 2e5)$p.value, "fisher.test(big, simulate.p.value = TRUE, B = 2e5)")

# Several measurements, several groups
cc <- d[complete.cases(d[c("t1", "t2", "t3")]), ]
f <- friedman.test(as.matrix(cc[c("t1", "t2", "t3")])); test("friedman", f, "friedman.test(cbind(t1, t2, t3))"); put("friedman.kendall_w", f$statistic / (nrow(cc) * 2), "Q/(n (k - 1))")
long <- c(cc$t1, cc$t2, cc$t3); at <- factor(rep(c("t1", "t2", "t3"), each = nrow(cc)))
pairs_of <- function(key, m, call) for (i in rownames(m)) for (j in colnames(m)) if (!is.na(m[i, j])) put(paste0(key, ".", i, "_vs_", j, ".p"), m[i, j], call)
pairs_of("friedman", pairwise.wilcox.test(long, at, p.adjust.method = "holm", paired = TRUE)$p.value, "pairwise.wilcox.test(paired = TRUE, 'holm')")
pairs_of("friedman_t", pairwise.t.test(long, at, p.adjust.method = "bonferroni", paired = TRUE)$p.value, "pairwise.t.test(paired = TRUE, 'bonferroni')")
put("friedman_t.t2_vs_t1.estimate", mean(cc$t2 - cc$t1), "mean(t2 - t1)")
for (m in c("holm", "hochberg", "BH", "BY", "none")) pairs_of(paste0("pairwise_", tolower(m)), pairwise.wilcox.test(d$score, d$clinic, p.adjust.method = m)$p.value, paste0("pairwise.wilcox.test(score, clinic, '", m, "')"))
pairs_of("pairwise_pooled", pairwise.t.test(d$score, d$clinic, p.adjust.method = "holm")$p.value, "pairwise.t.test(score, clinic, 'holm')")
pairs_of("pairwise_welch", pairwise.t.test(d$score, d$clinic, p.adjust.method = "BH", pool.sd = FALSE)$p.value, "pairwise.t.test(score, clinic, 'BH', pool.sd = FALSE)")
put("pairwise_welch.south_vs_north.estimate", mean(d$score[d$clinic == "south"], na.rm = TRUE) - mean(d$score[d$clinic == "north"], na.rm = TRUE), "difference of means")
put("pairwise_holm.east_vs_south.p_unadjusted", wilcox.test(d$score[d$clinic == "east"], d$score[d$clinic == "south"])$p.value, "wilcox.test(east, south)")
u <- d[!is.na(d$score), ]; N <- nrow(u); rk <- rank(u$score); mr <- tapply(rk, u$clinic, mean); nn <- table(u$clinic); tt <- table(u$score); v <- N * (N + 1) / 12 - sum(tt^3 - tt) / (12 * (N - 1))
z <- function(a, b) (mr[[a]] - mr[[b]]) / sqrt(v * (1 / nn[[a]] + 1 / nn[[b]])); zs <- c(z("south", "north"), z("east", "north"), z("east", "south")); ps <- p.adjust(2 * pnorm(-abs(zs)), "hochberg")
for (i in 1:3) { k <- c("south_vs_north", "east_vs_north", "east_vs_south")[i]; put(paste0("dunn.", k, ".statistic"), zs[i], "by ranks"); put(paste0("dunn.", k, ".p"), ps[i], "p.adjust(by ranks, 'hochberg')") }
# A family of P-values
family <- c(t.test(score ~ arm, d)$p.value, t.test(age ~ arm, d)$p.value, chisq.test(two)$p.value)
for (m in c("holm", "BY")) { a <- p.adjust(family, m); k <- paste0("family_", tolower(m)); put(paste0(k, ".arms.score.p"), a[1], paste0("p.adjust(family, '", m, "')")); put(paste0(k, ".arms.age.p"), a[2], paste0("p.adjust(family, '", m, "')")); put(paste0(k, ".yates.p"), a[3], paste0("p.adjust(family, '", m, "')")) }
put("family_holm.tests", 3, "length(family)")

# Association
cc <- d[complete.cases(d[c("score", "age", "t1", "clinic")]), ]; r <- cor(resid(lm(score ~ t1 + clinic, cc)), resid(lm(age ~ t1 + clinic, cc))); df <- nrow(cc) - 2 - 3
put("partial.estimate", r, "cor of the residuals given t1 and clinic"); put("partial.df", df, "n - 2 - 3"); put("partial.p", 2 * pt(-abs(r * sqrt(df / (1 - r^2))), df), "t"); put("partial.ci.lower", tanh(atanh(r) - qnorm(.975) / sqrt(df - 1)), "Fisher z")
b <- cor.test(d$score, as.numeric(d$arm == "new")); put("biserial.estimate", b$estimate, "cor.test(score, arm == 'new')"); put("biserial.ci.lower", b$conf.int[1], "cor.test"); put("biserial.p", b$p.value, "cor.test"); put("biserial.df", b$parameter, "cor.test")
w <- do.call(rbind, apply(read.csv(paste0(folder, "pairs.csv")), 1, function(r) matrix(rep(r[1:2], r[3]), ncol = 2, byrow = TRUE))); b <- cor.test(w[, 1], w[, 2]); put("counted_correlation.estimate", b$estimate, "cor.test of repeated rows"); put("counted_correlation.p", b$p.value, "cor.test of repeated rows")

# Scales
q <- d[complete.cases(d[paste0("q", 1:5)]), paste0("q", 1:5)]; pa <- suppressMessages(psych::alpha(q, check.keys = FALSE))
for (i in 1:5) { k <- paste0("items.q", i); put(paste0(k, ".mean"), mean(q[[i]]), "mean"); put(paste0(k, ".sd"), sd(q[[i]]), "sd"); put(paste0(k, ".total_correlation"), pa$item.stats$raw.r[i], "psych::alpha(q)$item.stats$raw.r"); put(paste0(k, ".corrected_correlation"), pa$item.stats$r.drop[i], "psych::alpha(q)$item.stats$r.drop"); put(paste0(k, ".alpha_without"), pa$alpha.drop$raw_alpha[i], "psych::alpha(q)$alpha.drop$raw_alpha") }
put("alpha.estimate", pa$total$raw_alpha, "psych::alpha(q)$total$raw_alpha")
fa <- factanal(covmat = cov(q), factors = 1, n.obs = nrow(q), control = list(opt = list(factr = 10, pgtol = 0), lower = 1e-8)); l <- as.vector(fa$loadings) * sapply(q, sd); ue <- fa$uniquenesses * sapply(q, var)
put("omega.estimate", sum(l)^2 / (sum(l)^2 + sum(ue)), "from factanal(q, 1)")
j <- d[complete.cases(d[paste0("j", 1:3)]), paste0("j", 1:3)]; ic <- suppressMessages(psych::ICC(j, lmer = FALSE))$results
for (i in 1:6) { k <- c("icc_1_1", "icc_2_1", "icc_3_1", "icc_1_k", "icc_2_k", "icc_3_k")[i]; put(paste0(k, ".estimate"), ic$ICC[i], "psych::ICC(j, lmer = FALSE)"); put(paste0(k, ".ci.lower"), ic$`lower bound`[i], "psych::ICC"); put(paste0(k, ".ci.upper"), ic$`upper bound`[i], "psych::ICC"); put(paste0(k, ".p"), ic$p[i], "psych::ICC") }

# Agreement
ck <- d[paste0("c", 1:3)]; full <- ck[complete.cases(ck), ]; same <- sum(full$c1 == full$c2 & full$c2 == full$c3); ci <- prop.test(same, nrow(full), correct = FALSE)$conf.int
put("percent.estimate", same / nrow(full), "all three alike"); put("percent.ci.lower", ci[1], "prop.test(correct = FALSE)"); put("percent.ci.upper", ci[2], "prop.test(correct = FALSE)")
nij <- t(apply(full, 1, function(r) table(factor(r, c("a", "b", "c"))))); pj <- colMeans(nij) / 3; pe <- sum(pj^2); po <- mean((rowSums(nij^2) - 3) / 6); s2 <- 2 * (sum(pj * (1 - pj))^2 - sum(pj * (1 - pj) * (1 - 2 * pj))) / (nrow(full) * 3 * 2 * sum(pj * (1 - pj))^2)
put("fleiss.estimate", (po - pe) / (1 - pe), "Fleiss 1971"); put("fleiss.p", 2 * pnorm(-abs((po - pe) / (1 - pe) / sqrt(s2))), "Fleiss, Nee and Landis 1979")
# Krippendorff's alpha from its definition: every pair of codes of a unit by different coders, against every pair of pairable codes
krippendorff <- function(x, delta) {
  units <- lapply(seq_len(nrow(x)), function(i) x[i, !is.na(x[i, ])]); units <- units[lengths(units) > 1]; all <- unlist(units); n <- length(all); do <- de <- 0
  for (u in units) for (a in seq_along(u)) for (b in seq_along(u)) if (a != b) do <- do + delta(u[a], u[b], all) / (length(u) - 1)
  counts <- table(all); values <- as.numeric(names(counts)); for (i in seq_along(values)) for (k in seq_along(values)) if (i != k) de <- de + counts[[i]] * counts[[k]] * delta(values[i], values[k], all)
  1 - (do / n) / (de / (n * (n - 1)))
}
nominal <- function(a, b, all) as.numeric(a != b); interval <- function(a, b, all) (a - b)^2; ratio <- function(a, b, all) if (a == b) 0 else ((a - b) / (a + b))^2
ordinal <- function(a, b, all) { lo <- min(a, b); hi <- max(a, b); (sum(all >= lo & all <= hi) - (sum(all == lo) + sum(all == hi)) / 2)^2 }
codes <- sapply(ck, function(x) match(x, c("a", "b", "c"))); marks <- as.matrix(d[paste0("j", 1:3)])
put("krippendorff.estimate", krippendorff(codes, nominal), "from the definition"); put("krippendorff_ordinal.estimate", krippendorff(codes, ordinal), "from the definition")
put("krippendorff_interval.estimate", krippendorff(marks, interval), "from the definition"); put("krippendorff_ratio.estimate", krippendorff(marks, ratio), "from the definition")
put("krippendorff_nominal_numbers.estimate", krippendorff(as.matrix(d[paste0("q", 1:5)]), nominal), "from the definition"); put("krippendorff_ordinal_numbers.estimate", krippendorff(as.matrix(d[paste0("q", 1:5)]), ordinal), "from the definition")
fast <- function(x) { x <- x[rowSums(!is.na(x)) > 1, ]; m <- rowSums(!is.na(x)); k <- t(apply(x, 1, function(r) tabulate(r, 3))); n <- sum(k); do <- sum((m^2 - rowSums(k^2)) / (m - 1)); tot <- colSums(k); 1 - do * (n - 1) / (n^2 - sum(tot^2)) }
paired <- codes[rowSums(!is.na(codes)) > 1, ]; bs <- replicate(2e4, fast(paired[sample(nrow(paired), replace = TRUE), ])); qs <- quantile(bs, c(.025, .975), type = 6)
put("simulated.krippendorff.ci.lower", qs[1], "quantile of 2e4 bootstrap replicates"); put("simulated.krippendorff.ci.upper", qs[2], "quantile of 2e4 bootstrap replicates")

# Resampling; the limits agree as far as two runs of random numbers do
limits <- function(key, b, type) { ci <- boot::boot.ci(b, type = type)[[if (type == "perc") "percent" else "bca"]][4:5]; put(paste0("simulated.", key, ".ci.lower"), ci[1], paste0("boot.ci(boot(R = 49999), type = '", type, "')")); put(paste0("simulated.", key, ".ci.upper"), ci[2], paste0("boot.ci(boot(R = 49999), type = '", type, "')")) }
sc <- d$score[!is.na(d$score)]; limits("boot_mean", boot::boot(sc, function(x, i) mean(x[i]), 49999), "bca")
limits("boot_percentile", boot::boot(sc, function(x, i) mean(x[i]), 49999), "perc")
new <- d$score[d$arm == "new" & !is.na(d$score)]; old <- d$score[d$arm == "old" & !is.na(d$score)]; both <- c(new, old); side <- rep(1:2, c(length(new), length(old)))
limits("boot_difference", boot::boot(both, function(x, i) mean(x[i][side[i] == 1]) - mean(x[i][side[i] == 2]), 49999, strata = side), "bca")
put("boot_median.estimate", median(sc), "median(score)"); put("boot_medians.estimate", median(new) - median(old), "median(new) - median(old)"); put("boot_difference.estimate", mean(new) - mean(old), "mean(new) - mean(old)")
put("simulated.permuted.p", coin::pvalue(coin::oneway_test(score ~ factor(arm), d[!is.na(d$score), ], distribution = "exact")), "coin::oneway_test(distribution = 'exact')")
few <- d[!is.na(d$few) & !is.na(d$score), ]; y <- few$score[few$few == "y"]; x <- few$score[few$few == "x"]; seen <- utils::combn(length(c(y, x)), length(y), function(i) { p <- c(y, x); mean(p[i]) - mean(p[-i]) })
put("permuted_all.estimate", mean(y) - mean(x), "mean(y) - mean(x)"); put("permuted_all.p", mean(abs(seen) >= abs(mean(y) - mean(x)) - 1e-9), "all divisions by combn"); put("permuted_greater.p", mean(seen >= mean(y) - mean(x) - 1e-9), "all divisions by combn"); put("permuted_all.divisions", length(seen), "choose(n, k)")
seen <- utils::combn(length(c(y, x)), length(y), function(i) { p <- c(y, x); median(p[i]) - median(p[-i]) }); put("permuted_median.p", mean(abs(seen) >= abs(median(y) - median(x)) - 1e-9), "all divisions by combn")

# Design
put("plan_size.n", ceiling(power.t.test(delta = .5, power = .8, strict = TRUE)$n), "ceiling(power.t.test(delta = .5, power = .8, strict = TRUE)$n)"); put("plan_power.power", power.t.test(n = 64, delta = .5, strict = TRUE)$power, "power.t.test(n = 64, delta = .5, strict = TRUE)$power")
put("plan_paired.n", ceiling(power.t.test(delta = .4, power = .9, type = "paired", strict = TRUE, sig.level = .01)$n), "power.t.test(type = 'paired', sig.level = .01)")
put("plan_proportions.n", ceiling(power.prop.test(p1 = .2, p2 = .35, power = .9)$n), "ceiling(power.prop.test(p1 = .2, p2 = .35, power = .9)$n)"); put("plan_proportions_power.power", power.prop.test(n = 100, p1 = .2, p2 = .35)$power, "power.prop.test(n = 100, p1 = .2, p2 = .35)$power")
put("plan_ranks.n", ceiling((qnorm(.975) + qnorm(.8))^2 / (6 * (.65 - .5)^2)), "Noether 1987"); put("plan_ranks_power.power", pnorm(sqrt(6 * 40) * .15 - qnorm(.975)), "Noether 1987")

out <- file("src/test/resources/reference/methods-categorical.csv", "w")
versions <- vapply(c("psych", "boot", "coin"), function(p) paste(p, packageVersion(p)), "")
writeLines(paste0("# ", R.version.string, "; ", paste(versions, collapse = "; ")), out)
write.csv(do.call(rbind, rows), out, row.names = FALSE)
close(out)
