source("src/test/r/reference.R")
suppressMessages(library(survival))
reference_open("survival.tsv", "survival")
sets <- list("leukemia" = with(aml, list(time = time, status = status, group = as.integer(x) - 1)), "ovarian" = with(ovarian, list(time = futime, status = fustat, group = rx - 1)),
  "veteran" = with(veteran, list(time = time, status = status, group = trt - 1)), "half" = list(time = c(1, 2, 3, 4), status = c(1, 1, 1, 0), group = c(0, 1, 0, 1)))
for (case in names(sets)) {
  s <- sets[[case]]; for (v in names(s)) input(case, v, s[[v]])
  for (type in c("log-log", "log", "plain")) {
    f <- survfit(Surv(time, status) ~ 1, data = s, conf.type = type); q <- quantile(f, .5)
    expect(case, paste0("km-", type, ".estimate"), q$quantile, "survfit"); expect(case, paste0("km-", type, ".ci.lower"), q$lower); expect(case, paste0("km-", type, ".ci.upper"), q$upper)
    t <- as.numeric(quantile(s$time, .6)); at <- summary(f, times = t); input(case, "at", t)
    expect(case, paste0("at-", type, ".estimate"), at$surv, "summary(survfit, times)"); expect(case, paste0("at-", type, ".ci.lower"), at$lower); expect(case, paste0("at-", type, ".ci.upper"), at$upper)
  }
  h <- as.numeric(quantile(s$time, .8)); input(case, "horizon", h); m <- summary(f, rmean = h)$table; expect(case, "rmst.estimate", m["rmean"], "summary(survfit, rmean)"); expect(case, "rmst.se", m["se(rmean)"])
  l <- survdiff(Surv(time, status) ~ group, s); expect(case, "logrank.statistic", l$chisq, "survdiff"); expect(case, "logrank.expected1", l$exp[1])
}
d <- veteran; d$cell <- as.integer(d$celltype) - 1; d$arm <- d$trt - 1
for (v in c("time", "status", "arm", "karno", "cell", "age")) input("cox", v, d[[v]])
l <- survdiff(Surv(time, status) ~ arm + strata(cell), d); expect("cox", "stratified.statistic", l$chisq, "survdiff(strata)")
l <- survdiff(Surv(time, status) ~ cell, d); expect("cox", "four.statistic", l$chisq, "survdiff")
slugs <- c("arm" = "arm", "karno" = "karno", "age" = "age", "factor(cell)1" = "cell-b", "factor(cell)2" = "cell-c", "factor(cell)3" = "cell-d")
put <- function(case, fit) {
  b <- coef(fit); s <- sqrt(diag(vcov(fit)))
  for (i in names(b)) { k <- slugs[[i]]; expect(case, paste0(k, ".estimate"), exp(b[i]), "coxph"); expect(case, paste0(k, ".se"), s[i]); expect(case, paste0(k, ".ci.upper"), exp(b[i] + qnorm(.975) * s[i])) }
  expect(case, "log-likelihood", fit$loglik[2]); expect(case, "lr-statistic", 2 * diff(fit$loglik))
}
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100)
for (ties in c("efron", "breslow")) put(ties, coxph(Surv(time, status) ~ arm + karno + factor(cell) + age, d, ties = ties, control = tight))
f <- coxph(Surv(time, status) ~ arm + karno + factor(cell), d, control = tight); z <- cox.zph(f, "km")$table
expect("zph", "global", z["GLOBAL", 1], "cox.zph"); expect("zph", "karno", z["karno", 1]); expect("zph", "cell", z["factor(cell)", 1]); expect("zph", "arm", z["arm", 1])
put("stratified", coxph(Surv(time, status) ~ arm + karno + strata(cell), d, control = tight))
reference_close()
