source("src/test/r/reference.R")
reference_open("rank-sum.tsv", c("coin", "exactRankTests"))
suppressMessages({library(coin); library(exactRankTests)})
set.seed(1945)
pairs <- list(
  "textbook" = list(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21)),
  "ties-small" = list(c(1, 2, 2, 3, 5), c(2, 3, 3, 4, 6, 6)),
  "n2" = list(c(1, 2), c(3, 4)), "n1" = list(5, c(1, 2, 3)),
  "unbalanced" = list(round(rnorm(8, 1), 3), round(rnorm(40), 3)),
  "change-scores" = list(round(rnorm(51, -1, 6)), round(rnorm(84, 0, 6))),
  "likert" = list(sample(0:4, 30, TRUE), sample(0:4, 25, TRUE, c(1, 2, 3, 2, 1))),
  "large-offset" = list(1e9 + c(1, 4, 6, 7) / 4, 1e9 + c(2, 3, 9, 12, 13) / 4),
  "continuous-60" = list(rnorm(60), rnorm(70, .4)), "skewed-ties" = list(c(0, 0, 0, 0, 0, 1, 7, 9), c(0, 0, 0, 2, 3, 3, 8)),
  "exact-49" = list(rnorm(49), rnorm(45, .3)))
for (case in names(pairs)) {
  x <- pairs[[case]][[1]]; y <- pairs[[case]][[2]]
  input(case, "x", x); input(case, "y", y)
  w <- wilcox.test(x, y, conf.int = TRUE)
  expect(case, "automatic.statistic", w$statistic, "wilcox.test(x, y)"); expect(case, "automatic.p", w$p.value)
  expect(case, "automatic-r.estimate", w$estimate, "wilcox.test(x, y, conf.int = TRUE)"); expect(case, "automatic-r.ci.lower", w$conf.int[1]); expect(case, "automatic-r.ci.upper", w$conf.int[2])
  expect(case, "estimate", median(outer(x, y, "-")), "median(outer(x, y, '-'))")
  for (alt in c("greater", "less")) expect(case, paste0("automatic-", alt, ".p"), wilcox.test(x, y, alternative = alt)$p.value, "wilcox.test(alternative)")
  expect(case, "normal.p", wilcox.test(x, y, exact = FALSE, correct = FALSE)$p.value, "wilcox.test(exact = FALSE, correct = FALSE)")
  expect(case, "normal-corrected.p", wilcox.test(x, y, exact = FALSE)$p.value, "wilcox.test(exact = FALSE)")
  if (length(x) + length(y) <= 60) {
    data <- data.frame(v = c(x, y), g = factor(rep(c("x", "y"), c(length(x), length(y)))))
    if (length(x) > 1) {
      expect(case, "exact.p", pvalue(coin::wilcox_test(v ~ g, data, distribution = "exact")), "coin::wilcox_test(distribution = 'exact')")
      expect(case, "exact-greater.p", pvalue(coin::wilcox_test(v ~ g, data, distribution = "exact", alternative = "greater")), "coin, greater")
      expect(case, "exact-less.p", pvalue(coin::wilcox_test(v ~ g, data, distribution = "exact", alternative = "less")), "coin, less")
    }
    expect(case, "exactRankTests.p", exactRankTests::wilcox.exact(x, y)$p.value, "exactRankTests::wilcox.exact")
  }
  # normal crossing points by hand: order statistics of the differences
  d <- sort(as.vector(outer(x, y, "-"))); M <- length(d); N <- length(x) + length(y)
  tt <- function(v) { t <- table(v); sum(t^3 - t) }
  s <- sqrt(length(x) * length(y) / 12 * (N + 1 - (tt(x) + tt(y)) / (N * (N - 1))))
  for (cc in c(0, .5)) { k <- min(M, max(1, ceiling(M / 2 - cc - qnorm(.975) * s)))
    name <- if (cc > 0) "normal-corrected" else "normal"
    expect(case, paste0(name, ".ci.lower"), d[k], "order statistic"); expect(case, paste0(name, ".ci.upper"), d[M + 1 - k]) }
}
reference_close()

reference_open("t-test.tsv")
a <- c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0); b <- c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
sets <- list("sleep" = list(a, b), "n2" = list(c(1, 2), c(4, 9)), "large-offset" = list(1e9 + c(1, 2, 4, 9) / 8, 1e9 + c(2, 3, 3, 5) / 8),
             "far" = list(c(1, 2, 3, 4, 5, 6, 7), c(101, 102, 103, 104, 105.5, 106, 107)), "random" = list(rnorm(30), rnorm(30, .3, 2)))
put <- function(case, prefix, t) {
  expect(case, paste0(prefix, ".statistic"), t$statistic, "t.test"); expect(case, paste0(prefix, ".df"), t$parameter); expect(case, paste0(prefix, ".p"), t$p.value)
  expect(case, paste0(prefix, ".ci.lower"), t$conf.int[1]); expect(case, paste0(prefix, ".ci.upper"), t$conf.int[2]); expect(case, paste0(prefix, ".se"), t$stderr)
}
for (case in names(sets)) {
  x <- sets[[case]][[1]]; y <- sets[[case]][[2]]; input(case, "x", x); input(case, "y", y)
  put(case, "welch", t.test(x, y)); put(case, "student", t.test(x, y, var.equal = TRUE)); put(case, "paired", t.test(x, y, paired = TRUE))
  put(case, "one", t.test(x, mu = 1)); put(case, "greater", t.test(x, y, alternative = "greater")); put(case, "less", t.test(x, y, alternative = "less"))
}
reference_close()
