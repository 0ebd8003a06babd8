source("src/test/r/reference.R")
suppressMessages({library(sandwich); library(lmtest)})
reference_open("linear-model.tsv", c("sandwich", "lmtest"))
set.seed(1974)
n <- 120
d <- data.frame(arm = sample(0:1, n, TRUE), age = round(rnorm(n, 26, 2), 1), site = sample(0:2, n, TRUE), base = sample(0:54, n, TRUE), id = rep(1:20, 6))
d$y <- round(3 - 1.2 * d$arm + .3 * d$age + c(0, 1, -1)[d$site + 1] - .5 * d$base + rnorm(n, 0, 1 + d$base / 20) + rep(rnorm(20), 6), 1)
d$w <- sample(1:4, n, TRUE)
for (v in names(d)) input("data", v, d[[v]])
put <- function(case, fit, vc = vcov(fit), df = fit$df.residual, call = "lm",
  slugs = c("(Intercept)" = "intercept", "arm" = "arm", "age" = "age", "factor(site)1" = "site-b", "factor(site)2" = "site-c", "base" = "base",
             "arm:age" = "arm-x-age", "I(age^2)" = "age-2", "I(age^3)" = "age-3")) {
  ct <- coeftest(fit, vcov. = vc, df = df)
  for (i in rownames(ct)) if (i %in% names(slugs)) {
    s <- slugs[[i]]
    expect(case, paste0(s, ".estimate"), ct[i, 1], call); expect(case, paste0(s, ".se"), ct[i, 2]); expect(case, paste0(s, ".statistic"), ct[i, 3]); expect(case, paste0(s, ".p"), ct[i, 4])
    expect(case, paste0(s, ".ci.lower"), ct[i, 1] - qt(.975, df) * ct[i, 2]); expect(case, paste0(s, ".ci.upper"), ct[i, 1] + qt(.975, df) * ct[i, 2])
  }
  s <- summary(fit)
  expect(case, "r-squared", s$r.squared); expect(case, "adjusted-r-squared", s$adj.r.squared); expect(case, "residual-sd", s$sigma)
  if (!is.null(s$fstatistic)) { expect(case, "statistic", s$fstatistic[1]); expect(case, "df2", s$fstatistic[3]); expect(case, "p", pf(s$fstatistic[1], s$fstatistic[2], s$fstatistic[3], lower.tail = FALSE)) }
}
fit <- lm(y ~ arm + age + factor(site) + base, d)
put("classical", fit, call = "lm(y ~ arm + age + factor(site) + base)")
for (type in c("HC0", "HC1", "HC2", "HC3")) put(tolower(type), fit, vcovHC(fit, type = type), call = paste0("vcovHC(type = '", type, "')"))
put("cr1", fit, vcovCL(fit, cluster = d$id, type = "HC1"), df = 19, call = "vcovCL(cluster = id, type = 'HC1')")
wfit <- lm(y ~ arm + age + factor(site) + base, d, weights = w)
put("precision", wfit, call = "lm(weights = w)")
for (type in c("HC0", "HC3")) put(paste0("precision-", tolower(type)), wfit, vcovHC(wfit, type = type), call = paste0("vcovHC(type = '", type, "')"))
long <- d[rep(1:n, d$w), ]
lfit <- lm(y ~ arm + age + factor(site) + base, long)
put("frequency", lfit, call = "lm on repeated rows")
for (type in c("HC0", "HC3")) put(paste0("frequency-", tolower(type)), lfit, vcovHC(lfit, type = type), call = "vcovHC on repeated rows")
put("interaction", lm(y ~ arm + age + arm:age, d), call = "lm(y ~ arm + age + arm:age)")
put("cubic", lm(y ~ age + I(age^2) + I(age^3), d), call = "lm(y ~ age + I(age^2) + I(age^3))")
put("no-intercept", lm(y ~ 0 + arm + age, d), call = "lm(y ~ 0 + arm + age)")
ns <- lm(y ~ splines::ns(base, df = 4) + arm, d)
put("spline", ns, slugs = c("arm" = "arm"), call = "lm(y ~ splines::ns(base, df = 4) + arm)")
off <- d; off$y <- 1e9 + d$y; off$age <- 1e6 + d$age
for (v in c("y", "age")) input("offset", v, off[[v]])
s <- coef(summary(fit)); expect("offset", "age.estimate", s["age", 1], "lm before the offset"); expect("offset", "arm.estimate", s["arm", 1]); expect("offset", "age.se", s["age", 2])
# adjusted means of the site at the means of the other columns
m <- colMeans(model.matrix(fit)); for (l in 0:2) { w <- m; w["factor(site)1"] <- l == 1; w["factor(site)2"] <- l == 2; k <- c("a", "site-b", "site-c")[l + 1]
  expect("adjusted", paste0(k, ".estimate"), sum(w * coef(fit)), "coefficients at the means"); expect("adjusted", paste0(k, ".se"), sqrt(t(w) %*% vcov(fit) %*% w)) }
input("saturated", "y", c(1, 2, 4)); input("saturated", "x", c(0, 1, 3))
t <- lm(c(1, 2, 4) ~ c(0, 1, 3.5)); 
reference_close()
