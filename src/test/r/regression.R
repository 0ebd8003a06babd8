source("src/test/r/reference.R")
suppressMessages({library(MASS); library(sandwich); library(lmtest)})
reference_open("generalized.tsv", c("MASS", "sandwich"))
set.seed(1972); n <- 150
d <- data.frame(arm = sample(0:1, n, TRUE), age = round(rnorm(n, 26, 3), 1), site = sample(0:2, n, TRUE), time = round(runif(n, .5, 3), 2), id = rep(1:30, 5))
d$y <- rbinom(n, 1, plogis(-3 + .8 * d$arm + .08 * d$age)); d$count <- rpois(n, exp(-1 + .4 * d$arm + .05 * d$age) * d$time)
d$over <- rnbinom(n, mu = exp(.5 + .5 * d$arm), size = 1.3); d$rare <- rbinom(n, 1, .15 + .15 * d$arm); d$w <- sample(1:3, n, TRUE)
d$grade <- pmin(3, pmax(0, round(1.3 + .6 * d$arm + .06 * (d$age - 26) + rnorm(n))))
for (v in names(d)) input("data", v, d[[v]])
tight <- glm.control(epsilon = 1e-16, maxit = 200)
slugs <- c("(Intercept)" = "intercept", "arm" = "arm", "age" = "age", "factor(site)1" = "site-b", "factor(site)2" = "site-c")
put <- function(case, fit, vc = vcov(fit), call = "glm") {
  b <- coef(fit); s <- sqrt(diag(vc))
  for (i in names(b)) { k <- slugs[[i]]; expect(case, paste0(k, ".estimate"), exp(b[i]), call); expect(case, paste0(k, ".coefficient"), b[i]); expect(case, paste0(k, ".se"), s[i])
    expect(case, paste0(k, ".ci.lower"), exp(b[i] - qnorm(.975) * s[i])); expect(case, paste0(k, ".ci.upper"), exp(b[i] + qnorm(.975) * s[i])); expect(case, paste0(k, ".p"), 2 * pnorm(-abs(b[i] / s[i]))) }
  if (!is.null(fit$deviance)) { expect(case, "deviance", fit$deviance); expect(case, "log-likelihood", as.numeric(logLik(fit))) }
}
l <- glm(y ~ arm + age + factor(site), binomial, d, control = tight); put("logistic", l, call = "glm(binomial)")
expect("logistic", "lr-statistic", 2 * (logLik(l) - logLik(glm(y ~ 1, binomial, d, control = tight))))
put("logistic-robust", l, sandwich(l), "sandwich(glm)"); put("logistic-clustered", l, vcovCL(l, cluster = d$id, type = "HC0"), "vcovCL(type = 'HC0')")
put("logistic-weighted", glm(y ~ arm + age, binomial, d[rep(1:n, d$w), ], control = tight), call = "glm on repeated rows")
p <- glm(count ~ arm + age + offset(log(time)), poisson, d, control = tight); put("poisson", p, call = "glm(poisson, offset)"); put("poisson-robust", p, sandwich(p), "sandwich(glm)")
m <- glm(rare ~ arm + age, poisson, d, control = tight); put("modified-poisson", m, sandwich(m), "sandwich(glm(poisson))")
put("log-binomial", glm(rare ~ arm + age, binomial("log"), d, start = c(log(.2), 0, 0), control = tight), call = "glm(binomial('log'))")
nb <- glm.nb(over ~ arm, d, control = glm.control(epsilon = 1e-15, maxit = 500)); th <- nb$theta
put("negative-binomial", glm(over ~ arm, MASS::negative.binomial(th), d, control = tight), vcov(nb), "glm.nb"); expect("negative-binomial", "theta", th, "glm.nb")
po <- polr(factor(grade) ~ arm + age, d, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
expect("proportional-odds", "arm.coefficient", coef(po)["arm"], "polr"); expect("proportional-odds", "age.coefficient", coef(po)["age"]); expect("proportional-odds", "threshold-0-1.estimate", po$zeta[1])
expect("proportional-odds", "arm.se", sqrt(vcov(po)["arm", "arm"])); expect("proportional-odds", "log-likelihood", as.numeric(logLik(po)))
r <- glm(y ~ arm + age, binomial, d, control = tight); expect("comparison", "statistic", anova(r, l, test = "Chisq")$Deviance[2], "anova(test = 'Chisq')"); expect("comparison", "p", anova(r, l, test = "Chisq")$Pr[2])
w <- coef(l)[4:5] %*% solve(vcov(l)[4:5, 4:5]) %*% coef(l)[4:5]; expect("wald", "statistic", w, "b' V^-1 b")
a <- anova(lm(time ~ arm + age, d), lm(time ~ arm + age + factor(site), d)); expect("extra", "statistic", a$F[2], "anova(lm, lm)"); expect("extra", "p", a$Pr[2])
reference_close()
