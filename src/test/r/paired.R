source("src/test/r/reference.R")
suppressMessages({library(coin); library(exactRankTests)})
reference_open("paired.tsv", c("coin", "exactRankTests"))
set.seed(1908)
sets <- list("sleep" = c(-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -.8, -4.6, -1.4), "no-ties" = c(1.83, .5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3) - c(.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29),
  "likert" = sample(-3:3, 40, TRUE, c(1, 1, 2, 3, 3, 2, 2)), "n1" = 2.5, "n2" = c(1, -3), "long" = rnorm(60, .3), "ties-no-zero" = c(1, 1, -1, 2, 2, -3, 4, 4, 5), "offset" = c(1e9 + .25, 1e9 + .5, -1e9 - .125, 1e9 + 3))
for (case in names(sets)) {
  d <- sets[[case]]; input(case, "d", d)
  w <- wilcox.test(d, conf.int = length(d) > 2)
  expect(case, "automatic.statistic", w$statistic, "wilcox.test(d)"); expect(case, "automatic.p", w$p.value)
  for (alt in c("greater", "less")) expect(case, paste0("automatic-", alt, ".p"), wilcox.test(d, alternative = alt)$p.value)
  expect(case, "normal.p", wilcox.test(d, exact = FALSE, correct = FALSE)$p.value, "wilcox.test(exact = FALSE, correct = FALSE)")
  expect(case, "normal-corrected.p", wilcox.test(d, exact = FALSE)$p.value)
  if (length(d) > 2) { expect(case, "r.lower", w$conf.int[1], "wilcox.test(conf.int = TRUE)"); expect(case, "r.upper", w$conf.int[2]) }
  nz <- d[d != 0]; a <- outer(nz, nz, "+") / 2; a <- sort(a[lower.tri(a, diag = TRUE)])
  expect(case, "estimate", median(a), "median of Walsh averages")
  tt <- table(nz); n <- length(nz); s <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(tt^3 - tt) / 48); M <- length(a)
  for (cc in c(0, .5)) { k <- min(M, max(1, ceiling(M / 2 - cc - qnorm(.975) * s))); nm <- if (cc > 0) "normal-corrected" else "normal"
    expect(case, paste0(nm, ".ci.lower"), a[k], "order statistic"); expect(case, paste0(nm, ".ci.upper"), a[M + 1 - k]) }
  if (length(d) < 50) expect(case, "exact.p", exactRankTests::wilcox.exact(d)$p.value, "exactRankTests::wilcox.exact(d)")
  else expect(case, "exact.p", wilcox.test(d, exact = TRUE)$p.value, "wilcox.test(d, exact = TRUE)")
  if (length(d) > 2) {
    z <- rep(0, length(d))
    expect(case, "pratt.z", statistic(coin::wilcoxsign_test(d ~ z, zero.method = "Pratt")), "coin::wilcoxsign_test(zero.method = 'Pratt')")
    expect(case, "pratt-exact.p", pvalue(coin::wilcoxsign_test(d ~ z, zero.method = "Pratt", distribution = "exact")), "coin, exact")
  }
  expect(case, "sign.p", binom.test(sum(d > 0), sum(d != 0))$p.value, "binom.test")
}
reference_close()

reference_open("stratified.tsv")
kidney <- list(c(81, 6, 234, 36), c(192, 71, 55, 25)); ucb <- lapply(1:6, function(i) { m <- UCBAdmissions[, , i]; c(m[1, 1], m[2, 1], m[1, 2], m[2, 2]) })
strata <- list("kidney" = kidney, "admissions" = ucb, "sparse" = list(c(1, 3, 0, 4), c(2, 1, 1, 2), c(0, 2, 1, 1), c(3, 0, 1, 2)))
for (case in names(strata)) {
  s <- strata[[case]]; input(case, "cells", unlist(s))
  a <- array(unlist(lapply(s, function(v) c(v[1], v[3], v[2], v[4]))), c(2, 2, length(s)))
  m <- mantelhaen.test(a); u <- mantelhaen.test(a, correct = FALSE)
  expect(case, "or.estimate", m$estimate, "mantelhaen.test"); expect(case, "or.ci.lower", m$conf.int[1]); expect(case, "or.ci.upper", m$conf.int[2])
  expect(case, "or.statistic", m$statistic); expect(case, "or.p", m$p.value); expect(case, "uncorrected.statistic", u$statistic); expect(case, "uncorrected.p", u$p.value)
  S <- do.call(rbind, s); n1 <- S[, 1] + S[, 2]; n2 <- S[, 3] + S[, 4]; N <- n1 + n2; x1 <- S[, 1]; x2 <- S[, 3]; z <- qnorm(.975)
  rr <- sum(x1 * n2 / N) / sum(x2 * n1 / N); se <- sqrt(sum((n1 * n2 * (x1 + x2) - x1 * x2 * N) / N^2) / (sum(x1 * n2 / N) * sum(x2 * n1 / N)))
  expect(case, "rr.estimate", rr, "Greenland and Robins"); expect(case, "rr.se", se); expect(case, "rr.ci.lower", exp(log(rr) - z * se)); expect(case, "rr.ci.upper", exp(log(rr) + z * se))
  rd <- sum((x1 * n2 - x2 * n1) / N) / sum(n1 * n2 / N); se <- sqrt(sum((x1 * (n1 - x1) * n2^3 + x2 * (n2 - x2) * n1^3) / (n1 * n2 * N^2)) / sum(n1 * n2 / N)^2)
  expect(case, "rd.estimate", rd, "Greenland and Robins"); expect(case, "rd.se", se)
}
reference_close()

reference_open("paired-counts.tsv")
for (v in list(c(20, 5, 12, 30), c(794, 86, 150, 570), c(3, 0, 4, 2), c(1, 6, 0, 3))) {
  case <- paste(v, collapse = "-"); input(case, "rows", 2); input(case, "cells", v); m <- matrix(v, 2, byrow = TRUE)
  expect(case, "exact.p", binom.test(v[2], v[2] + v[3])$p.value, "binom.test(b, b + c)")
  t <- mcnemar.test(m); expect(case, "corrected.statistic", t$statistic, "mcnemar.test"); expect(case, "corrected.p", t$p.value)
  t <- mcnemar.test(m, correct = FALSE); expect(case, "plain.statistic", t$statistic, "mcnemar.test(correct = FALSE)"); expect(case, "plain.p", t$p.value)
  ci <- binom.test(v[2], v[2] + v[3])$conf.int; expect(case, "or.lower", ci[1] / (1 - ci[1])); expect(case, "or.upper", ci[2] / (1 - ci[2]))
}
for (v in list(c(83, 3, 90, 3, 129, 7, 70, 12), c(1, 9, 4, 8, 7, 3))) {
  m <- matrix(v, ncol = 2, byrow = TRUE); case <- paste0("trend-", nrow(m)); input(case, "rows", nrow(m)); input(case, "cells", v)
  t <- prop.trend.test(m[, 1], rowSums(m)); expect(case, "trend.statistic", t$statistic, "prop.trend.test"); expect(case, "trend.p", t$p.value)
  k <- chisq.test(m, correct = FALSE)$statistic; df <- (nrow(m) - 1); N <- sum(m)
  expect(case, "v.estimate", sqrt(k / N), "sqrt(chisq/N)")
  f <- function(p) if (pchisq(k, df) <= p) 0 else uniroot(function(l) pchisq(k, df, l) - p, c(0, 200), tol = 1e-13)$root
  expect(case, "v.ci.lower", sqrt(f(.975) / N), "pchisq(ncp)"); expect(case, "v.ci.upper", sqrt(f(.025) / N))
}
reference_close()

reference_open("effect-size.tsv")
pairs <- list("sleep" = list(c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0), c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)),
  "likert" = list(sample(0:4, 30, TRUE), sample(0:4, 25, TRUE, c(1, 2, 3, 2, 1))), "n2" = list(c(1, 2), c(2, 5)), "far" = list(rnorm(12, 4), rnorm(9)))
for (case in names(pairs)) {
  x <- pairs[[case]][[1]]; y <- pairs[[case]][[2]]; input(case, "x", x); input(case, "y", y); n1 <- length(x); n2 <- length(y); m <- n1 + n2 - 2
  sp <- sqrt(((n1 - 1) * var(x) + (n2 - 1) * var(y)) / m); d <- (mean(x) - mean(y)) / sp; sc <- sqrt(n1 * n2 / (n1 + n2)); t <- d * sc
  J <- exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
  nc <- function(t, df, p) uniroot(function(l) pt(t, df, l) - p, c(t - 12, t + 12), tol = 1e-13)$root
  expect(case, "d.estimate", d, "formula"); expect(case, "g.estimate", J * d, "formula with lgamma")
  expect(case, "d.ci.lower", nc(t, m, .975) / sc, "pt(ncp)"); expect(case, "d.ci.upper", nc(t, m, .025) / sc); expect(case, "g.ci.lower", J * nc(t, m, .975) / sc); expect(case, "g.ci.upper", J * nc(t, m, .025) / sc)
  expect(case, "glass.estimate", (mean(x) - mean(y)) / sd(y), "formula")
  # Brunner-Munzel by ranks
  r <- rank(c(x, y)); R1 <- r[1:n1]; R2 <- r[-(1:n1)]; p <- (mean(R1) - (n1 + 1) / 2) / n2
  v1 <- var(R1 - rank(x)) / n2^2 / n1; v2 <- var(R2 - rank(y)) / n1^2 / n2; se <- sqrt(v1 + v2)
  if (se > 0) { df <- (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1)); tt <- (p - .5) / se
    expect(case, "ps.estimate", p, "Brunner and Munzel by ranks"); expect(case, "ps.se", se); expect(case, "ps.df", df); expect(case, "ps.statistic", tt); expect(case, "ps.p", 2 * pt(-abs(tt), df)) }
}
reference_close()
