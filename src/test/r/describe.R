source("src/test/r/reference.R")
reference_open("describe.tsv")
set.seed(20191)
samples <- list(
  "sleep" = c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
  "likert-ties" = c(3, 3, 4, 4, 4, 5, 1, 2, 2, 3, 5, 5, 5, 4, 3, 2, 6, 6, 0),
  "n2" = c(1.5, 4), "n3" = c(2, 8, 3), "n4" = c(1, 2, 2, 9), "n5" = c(10, 1, 7, 7, 3),
  "large-offset" = 1e9 + c(1, 2, 3, 4, 4, 5, 9) / 8,
  "skewed" = round(exp(rnorm(41)), 3), "hundred" = round(rnorm(100, 50, 12), 1), "integers" = rpois(77, 6) + 1)
for (case in names(samples)) {
  x <- samples[[case]]; n <- length(x); m <- mean(x)
  input(case, "x", x)
  expect(case, "n", n); expect(case, "mean", m, "mean(x)")
  expect(case, "sd", sd(x), "sd(x)"); expect(case, "variance", var(x), "var(x)")
  expect(case, "se", sd(x) / sqrt(n), "sd(x)/sqrt(n)")
  ci <- t.test(x)$conf.int
  expect(case, "ci.lower", ci[1], "t.test(x)$conf.int"); expect(case, "ci.upper", ci[2], "t.test(x)$conf.int")
  expect(case, "min", min(x)); expect(case, "max", max(x)); expect(case, "median", median(x), "median(x)")
  expect(case, "q1", quantile(x, .25), "quantile(x, .25)"); expect(case, "q3", quantile(x, .75), "quantile(x, .75)")
  expect(case, "iqr", IQR(x), "IQR(x)"); expect(case, "mad", mad(x), "mad(x)")
  if (all(x > 0)) expect(case, "geometric-mean", exp(mean(log(x))), "exp(mean(log(x)))")
  d <- x - m; m2 <- mean(d^2); m3 <- mean(d^3); m4 <- mean(d^4)
  if (n >= 3) expect(case, "skewness", m3 / m2^1.5 * sqrt(n * (n - 1)) / (n - 2), "e1071 type 2 formula")
  if (n >= 4) expect(case, "kurtosis", ((n + 1) * (m4 / m2^2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)), "e1071 type 2 formula")
  for (type in 1:9) {
    q <- quantile(x, c(.1, .25, .5, .75, .9, 0, 1, 1/3), type = type, names = FALSE)
    expect(paste0(case, "/type-", type), "quantiles", NA); input(paste0(case, "/type-", type), "q", q)
  }
  input(paste0(case, "/fivenum"), "q", fivenum(x))
}
reference_close()
