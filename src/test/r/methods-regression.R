# Reference values for the regressions that studies can name, on invented data, which this script makes too.
# Run from the project's folder: Rscript src/test/r/methods-regression.R
suppressMessages({library(MASS); library(sandwich); library(lmtest); library(survival); library(splines)
  library(geepack); library(lme4); library(lmerTest); library(pbkrtest); library(quantreg)})
study <- "src/test/resources/studies/regression/data"
options(warn = -1)
set.seed(1805)
n <- 140
d <- data.frame(id = sprintf("P%03d", 1:n), ward = sample(sprintf("w%02d", 1:13), n, TRUE, prob = 1:13))
shift <- setNames(rnorm(13, 0, 1.4), sprintf("w%02d", 1:13))[d$ward]
d$arm <- sample(c("old", "new"), n, TRUE, prob = c(.62, .38))
d$sex <- sample(c("f", "m"), n, TRUE)
d$clinic <- sample(c("north", "south", "east", "west"), n, TRUE, prob = c(5, 3, 2, 2))
d$age <- round(runif(n, 21, 78))
d$bmi <- round(rnorm(n, 26, 4), 1)
new <- d$arm == "new"
lp <- .9 * new - .03 * (d$age - 50) + .4 * (d$sex == "m")
d$score <- round(20 + 2 * lp + .01 * (d$age - 50)^2 + shift + rnorm(n, 0, 1 + .03 * d$age), 1)
d$relapse <- ifelse(runif(n) < plogis(-.4 - .8 * new + .02 * (d$age - 50) + .3 * shift), "yes", "no")
d$exposure <- round(runif(n, .4, 3), 2)
d$visits <- rnbinom(n, mu = d$exposure * exp(.8 - .4 * new + .01 * (d$age - 50) + .3 * shift), size = 2.5)
d$grade <- c("none", "mild", "moderate", "severe")[pmin(4, pmax(1, round(2.4 - .5 * new + .02 * (d$age - 50) + rnorm(n))))]
t0 <- ceiling(rexp(n, .06 * exp(-.5 * new + .02 * (d$age - 50) + .2 * shift))); cens <- ceiling(runif(n, 6, 36))
d$months <- pmin(t0, cens); d$died <- ifelse(t0 <= cens, "yes", "no")
d$marker <- round(3 + .05 * d$age + .6 * new + rt(n, 3) * (1 + .02 * d$age), 4)
for (v in c("age", "score", "relapse", "clinic", "months", "ward", "grade")) d[[v]][sample(n, 4)] <- NA
write.csv(d, file.path(study, "people.csv"), row.names = FALSE, na = "", quote = FALSE)
# A published table: each row stands for several people.
k <- expand.grid(arm = c("old", "new"), sex = c("f", "m"), dose = c(1, 2, 4), stringsAsFactors = FALSE)
k$result <- round(5 + (k$arm == "new") + .5 * k$dose + c(.3, -.2, .1, .4, -.5, .2, 0, -.1, .6, -.3, .2, -.4), 1)
k <- rbind(cbind(k, healed = "yes", people = c(3, 5, 4, 6, 2, 7, 5, 8, 3, 4, 6, 9)), cbind(k, healed = "no", people = c(6, 4, 7, 3, 5, 2, 4, 2, 3, 0, 5, 1)))
k$result[13:24] <- k$result[13:24] + .7
k$cases <- rep(c(0, 1, 3, 0, 2, 5, 1, 9), 3); k$pain <- rep(c("low", "middle", "high", "high", "low", "middle"), 4); k$weeks <- rep(c(2, 5, 5, 9, 12, 7), 4)
k$ward <- rep(c("a", "b", "c", "d", "e"), length.out = 24)
write.csv(k, file.path(study, "table.csv"), row.names = FALSE, quote = FALSE)

na <- read.csv(file.path(study, "people.csv"), na.strings = "", stringsAsFactors = FALSE)
d <- within(na, {
  arm <- factor(arm, c("old", "new")); sex <- factor(sex, c("f", "m")); clinic <- factor(clinic, c("north", "south", "east", "west"))
  grade <- factor(grade, c("none", "mild", "moderate", "severe"), ordered = TRUE); event <- as.integer(relapse == "yes"); dead <- as.integer(died == "yes") })
k <- read.csv(file.path(study, "table.csv")); k$arm <- factor(k$arm, c("old", "new")); k$sex <- factor(k$sex, c("f", "m"))
long <- k[rep(seq_len(nrow(k)), k$people), ]

rows <- list()
put <- function(key, value, call, tolerance = 1e-10) {
  value <- as.numeric(value)
  if (length(value) != 1 || is.na(value)) stop(key)
  rows[[length(rows) + 1]] <<- data.frame(key = key, value = sprintf("%.15g", value), tolerance = format(tolerance), call = call)
}
coefficient <- function(key, estimate, se, df, call, ratio = FALSE, tolerance = 1e-10) {
  q <- if (is.finite(df)) qt(.975, df) else qnorm(.975); f <- if (ratio) exp else identity
  put(paste0(key, ".estimate"), f(estimate), call, tolerance); put(paste0(key, ".ci.lower"), f(estimate - q * se), call, tolerance)
  put(paste0(key, ".ci.upper"), f(estimate + q * se), call, tolerance); put(paste0(key, ".se"), se, call, tolerance)
  put(paste0(key, ".p"), if (is.finite(df)) 2 * pt(-abs(estimate / se), df) else 2 * pnorm(-abs(estimate / se)), call, max(tolerance, 1e-9))
}
test <- function(key, statistic, df, p, call, tolerance = 1e-9) {
  put(paste0(key, ".statistic"), statistic, call, tolerance); put(paste0(key, ".df"), df, call); put(paste0(key, ".p"), p, call, tolerance)
}
wald_f <- function(b, v, df) { f <- as.numeric(b %*% solve(v, b)) / length(b); c(f, length(b), pf(f, length(b), df, lower.tail = FALSE)) }
wald_chi <- function(b, v) { x <- as.numeric(b %*% solve(v, b)); c(x, length(b), pchisq(x, length(b), lower.tail = FALSE)) }

# Linear models
f <- score ~ arm + age + clinic
m <- lm(f, d); b <- coef(m)
coefficient("linear.arm", b["armnew"], sqrt(vcov(m)["armnew", "armnew"]), m$df.residual, "lm(score ~ arm + age + clinic)")
put("linear.model.n", nobs(m), "nobs(lm(...))"); put("linear.model.r_squared", summary(m)$r.squared, "summary(lm(...))$r.squared")
used <- model.frame(m)
put("linear.age.standardised", b["age"] * sd(used$age) / sd(used$score), "coef * sd(age) / sd(score)")
for (t in c("HC0", "HC1", "HC2", "HC3")) {
  v <- vcovHC(m, t); key <- tolower(t)
  coefficient(paste0(key, ".clinic.west"), b["clinicwest"], sqrt(v["clinicwest", "clinicwest"]), m$df.residual, paste0("vcovHC(lm(...), '", t, "')"))
  w <- wald_f(b[4:6], v[4:6, 4:6], m$df.residual); test(paste0(key, ".clinic.term_test"), w[1], w[2], w[3], "Wald F with vcovHC")
}
w <- anova(update(m, . ~ . - clinic, data = used), m); test("linear.clinic.term_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)")
dw <- d[!is.na(d$ward), ]; mc <- lm(f, dw); v <- vcovCL(mc, cluster = dw[rownames(model.frame(mc)), "ward"], type = "HC1")
G <- length(unique(dw[rownames(model.frame(mc)), "ward"]))
coefficient("clustered.arm", coef(mc)["armnew"], sqrt(v["armnew", "armnew"]), G - 1, "vcovCL(lm(...), cluster = ward, type = 'HC1'), t on G - 1")
w <- wald_f(coef(mc)[4:6], v[4:6, 4:6], G - 1); test("clustered.clinic.term_test", w[1], w[2], w[3], "Wald F on G - 1 with vcovCL")
mp <- lm(score ~ arm + age + I(age^2) + I(age^3), d); s <- coef(summary(mp))
coefficient("polynomial.arm", s["armnew", 1], s["armnew", 2], mp$df.residual, "lm(score ~ arm + age + I(age^2) + I(age^3))")
coefficient("polynomial.age_3", s[5, 1], s[5, 2], mp$df.residual, "lm(... I(age^3))", tolerance = 1e-8)
w <- anova(lm(score ~ arm, model.frame(mp)), mp); test("polynomial.age.term_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)", 1e-8)
ms <- lm(score ~ arm + ns(age, 4) + bmi, d[!is.na(d$age) & !is.na(d$score), ]); s <- coef(summary(ms))
coefficient("spline.arm", s["armnew", 1], s["armnew", 2], ms$df.residual, "lm(score ~ arm + ns(age, 4) + bmi)")
put("spline.model.r_squared", summary(ms)$r.squared, "summary(lm(... ns(age, 4)))$r.squared")
w <- anova(lm(score ~ arm + bmi, d[!is.na(d$age) & !is.na(d$score), ]), ms); test("spline.age.term_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)", 1e-8)
mi <- lm(score ~ arm * clinic + age, d); s <- coef(summary(mi))
coefficient("product.arm_by_clinic_west", s["armnew:clinicwest", 1], s["armnew:clinicwest", 2], mi$df.residual, "lm(score ~ arm * clinic + age)")
w <- anova(lm(score ~ arm + clinic + age, model.frame(mi)), mi); test("product.arm_by_clinic.term_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)")
means <- function(m, key, call) { x <- model.matrix(m); for (a in c("old", "new")) { y <- x; y[, "armnew"] <- as.numeric(a == "new"); l <- colMeans(y)
  e <- sum(l * coef(m)); se <- sqrt(as.numeric(l %*% vcov(m) %*% l)); q <- qt(.975, m$df.residual)
  put(paste0(key, ".", a, ".estimate"), e, call); put(paste0(key, ".", a, ".se"), se, call); put(paste0(key, ".", a, ".ci.upper"), e + q * se, call) } }
means(m, "means", "average of predict(lm(score ~ arm + age + clinic)) with everybody in the arm")
means(mp, "curved_means", "average of predict(lm(score ~ arm + poly)) with everybody in the arm")
lw <- lm(result ~ arm + dose, long); s <- coef(summary(lw))
coefficient("counted_linear.arm", s["armnew", 1], s["armnew", 2], lw$df.residual, "lm on repeated rows")
put("counted_linear.model.n", nobs(lw), "nobs(lm(...))")
v <- vcovCL(lw, cluster = long$ward, type = "HC1"); coefficient("counted_clustered.arm", coef(lw)["armnew"], sqrt(v["armnew", "armnew"]), 4, "vcovCL on repeated rows")
means(lw, "counted_means", "average of predict(lm on repeated rows)")

# Comparisons
cc <- na.omit(d[, c("score", "arm", "age", "clinic", "sex")])
full <- lm(score ~ arm * sex + age + clinic, cc)
w <- anova(lm(score ~ arm + clinic, cc), full); test("compare_linear", w$F[2], w$Df[2], w$Pr[2], "anova(lm(score ~ arm + clinic), lm(score ~ arm * sex + age + clinic))")
w <- lrtest(lm(score ~ arm + clinic, cc), full); test("compare_ratio", w$Chisq[2], w$Df[2], w$Pr[2], "lrtest(lm, lm)")
tight <- glm.control(epsilon = 1e-15, maxit = 200)
cg <- na.omit(d[, c("event", "arm", "age", "clinic", "sex")])
gl <- glm(event ~ arm + age + clinic + sex, binomial, cg, control = tight); g0 <- glm(event ~ arm, binomial, cg, control = tight)
w <- anova(g0, gl, test = "Chisq"); test("compare_logistic", w$Deviance[2], w$Df[2], w$Pr[2], "anova(glm, glm, test = 'Chisq')")
w <- wald_chi(coef(gl)[c(3, 4:7)], vcov(gl)[c(3, 4:7), c(3, 4:7)]); test("compare_wald", w[1], w[2], w[3], "Wald chi-square of glm", 1e-8)
zp <- glm(event ~ arm + age + clinic, poisson, cg, control = tight); w <- wald_chi(coef(zp)[4:6], sandwich(zp)[4:6, 4:6]); test("compare_modified", w[1], w[2], w[3], "Wald chi-square with sandwich(glm(poisson))", 1e-8)
cx <- na.omit(d[, c("months", "dead", "arm", "age", "clinic")]); cox <- function(f, data = cx, ...) coxph(f, data, ..., control = coxph.control(eps = 1e-14, iter.max = 100))
a <- cox(Surv(months, dead) ~ arm + age + clinic); a0 <- cox(Surv(months, dead) ~ arm); x <- 2 * (a$loglik[2] - a0$loglik[2])
test("compare_cox", x, 4, pchisq(x, 4, lower.tail = FALSE), "2 * (loglik - loglik), coxph")
x <- 2 * (a$loglik[2] - a$loglik[1]); test("compare_cox_all", x, 5, pchisq(x, 5, lower.tail = FALSE), "2 * diff(coxph$loglik)")

# Subgroups
for (s in c("f", "m")) { q <- lm(score ~ arm + age, d[d$sex == s, ]); e <- coef(summary(q))
  coefficient(paste0("by_score.sex.", s), e["armnew", 1], e["armnew", 2], q$df.residual, "lm(score ~ arm + age) in the subgroup") }
q <- lm(score ~ arm + age, d); e <- coef(summary(q)); coefficient("by_score.overall", e["armnew", 1], e["armnew", 2], q$df.residual, "lm(score ~ arm + age)")
w <- anova(lm(score ~ arm + age + sex, d), lm(score ~ arm * sex + age, d)); test("by_score.sex.interaction_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)")
ci <- na.omit(d[, c("score", "arm", "age", "clinic")]); w <- anova(lm(score ~ arm + age + clinic, ci), lm(score ~ arm * clinic + age, ci)); test("by_score.clinic.interaction_test", w$F[2], w$Df[2], w$Pr[2], "anova(lm, lm)")
q <- glm(event ~ arm, binomial, d[d$sex == "m", ], control = tight); e <- coef(summary(q)); coefficient("by_relapse.sex.m", e["armnew", 1], sqrt(vcov(glm(event ~ arm, binomial, d[d$sex == "m", ], control = tight))["armnew", "armnew"]), Inf, "glm(event ~ arm, binomial) in the subgroup", TRUE, 1e-9)
w <- anova(glm(event ~ arm + sex, binomial, d, control = tight), glm(event ~ arm * sex, binomial, d, control = tight), test = "Chisq"); test("by_relapse.sex.interaction_test", w$Deviance[2], w$Df[2], w$Pr[2], "anova(glm, glm)")
q <- cox(Surv(months, dead) ~ arm, d[d$sex == "f" & !is.na(d$months), ]); coefficient("by_death.sex.f", coef(q)["armnew"], sqrt(q$var[1, 1]), Inf, "coxph in the subgroup", TRUE)

# Generalized linear models
put_glm <- function(key, m, name, v = vcov(m), call, tolerance = 1e-9) coefficient(key, coef(m)[name], sqrt(v[name, name]), Inf, call, TRUE, tolerance)
lg <- glm(event ~ arm + age + clinic, binomial, d, control = tight)
put_glm("logistic.arm", lg, "armnew", call = "glm(event ~ arm + age + clinic, binomial)")
w <- wald_chi(coef(lg)[4:6], vcov(lg)[4:6, 4:6]); test("logistic.clinic.term_test", w[1], w[2], w[3], "Wald chi-square", 1e-8)
put_glm("logistic_robust.arm", lg, "armnew", sandwich(lg), "sandwich(glm(binomial))")
dg <- d[!is.na(d$ward), ]; lc <- glm(event ~ arm + age, binomial, dg, control = tight)
put_glm("logistic_clustered.arm", lc, "armnew", vcovCL(lc, cluster = dg[rownames(model.frame(lc)), "ward"], type = "HC0"), "vcovCL(glm(binomial), ward, 'HC0')")
lb <- glm(event ~ arm + sex, binomial("log"), d, start = c(log(.4), 0, 0), control = tight)
put_glm("log_binomial.arm", lb, "armnew", call = "glm(event ~ arm + sex, binomial('log'))", tolerance = 1e-7)
po <- glm(visits ~ arm + age + offset(log(exposure)), poisson, d, control = tight)
put_glm("poisson.arm", po, "armnew", call = "glm(visits ~ arm + age + offset(log(exposure)), poisson)")
dv <- d[!is.na(d$ward), ]; pc <- glm(visits ~ arm + age + offset(log(exposure)), poisson, dv, control = tight)
put_glm("poisson_clustered.arm", pc, "armnew", vcovCL(pc, cluster = dv[rownames(model.frame(pc)), "ward"], type = "HC0"), "vcovCL(glm(poisson), ward, 'HC0')")
nb <- glm.nb(visits ~ arm + age + offset(log(exposure)), d, control = glm.control(epsilon = 1e-15, maxit = 500))
nbg <- glm(visits ~ arm + age + offset(log(exposure)), MASS::negative.binomial(nb$theta), d, control = tight)
coefficient("negative_binomial.arm", coef(nbg)["armnew"], sqrt(vcov(nb)["armnew", "armnew"]), Inf, "glm.nb(visits ~ arm + age + offset(log(exposure))), which stops near 1e-8", TRUE, 1e-6)
put("negative_binomial.model.theta", nb$theta, "glm.nb(...)$theta", 1e-6)
ol <- polr(grade ~ arm + age + sex, d, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
coefficient("ordinal.arm", coef(ol)["armnew"], sqrt(vcov(ol)["armnew", "armnew"]), Inf, "polr(grade ~ arm + age + sex), which stops near 1e-5", TRUE, 2e-4)
put("ordinal.model.threshold_0_1.estimate", ol$zeta[1], "polr(...)$zeta[1]", 2e-4); put("ordinal.model.log_likelihood", logLik(ol), "logLik(polr(...))", 1e-8)
lk <- glm((healed == "yes") ~ arm + dose, binomial, long, control = tight); put_glm("counted_logistic.arm", lk, "armnew", call = "glm on repeated rows")
nk <- glm.nb(cases ~ arm, long, control = glm.control(epsilon = 1e-15, maxit = 500)); put("counted_negative_binomial.model.theta", nk$theta, "glm.nb on repeated rows", 1e-6)
ok <- polr(factor(pain, c("low", "middle", "high")) ~ arm + dose, long, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
put("counted_ordinal.arm.estimate", exp(coef(ok)["armnew"]), "polr on repeated rows", 1e-4)

# Survival
sd <- survdiff(Surv(months, dead) ~ arm + strata(clinic), d); put("stratified_logrank.statistic", sd$chisq, "survdiff(Surv(months, dead) ~ arm + strata(clinic))$chisq")
put("stratified_logrank.p", pchisq(sd$chisq, 1, lower.tail = FALSE), "pchisq(survdiff(...)$chisq, 1)")
put("stratified_logrank.expected1", sum(sd$exp[1, ]), "survdiff(...)$exp")
sd <- survdiff(Surv(months, dead) ~ clinic, d); put("logrank.statistic", sd$chisq, "survdiff(Surv(months, dead) ~ clinic)$chisq")
cs <- cox(Surv(months, dead) ~ arm + age + strata(clinic), d); coefficient("stratified_cox.arm", coef(cs)["armnew"], sqrt(vcov(cs)["armnew", "armnew"]), Inf, "coxph(... + strata(clinic))", TRUE)
for (t in c("efron", "breslow")) { q <- cox(Surv(months, dead) ~ arm + age + cluster(ward), d, ties = t)
  coefficient(paste0("clustered_cox_", t, ".arm"), coef(q)["armnew"], sqrt(q$var[1, 1]), Inf, paste0("coxph(..., cluster = ward, ties = '", t, "')"), TRUE) }
q <- cox(Surv(months, dead) ~ arm + age + strata(clinic) + cluster(ward), d); coefficient("clustered_stratified_cox.arm", coef(q)["armnew"], sqrt(q$var[1, 1]), Inf, "coxph(... + strata(clinic), cluster = ward)", TRUE)
q <- coxph(Surv(months, dead) ~ arm + age + clinic, d, control = coxph.control(eps = 1e-14, iter.max = 100)); z <- cox.zph(q, "km")$table
for (t in c("arm", "age", "clinic")) test(paste0("hazards.", t), z[t, 1], z[t, 2], z[t, 3], "cox.zph(coxph(...), 'km')", 1e-8)
test("hazards.model", z["GLOBAL", 1], z["GLOBAL", 2], z["GLOBAL", 3], "cox.zph(coxph(...), 'km')", 1e-8)
w <- wald_chi(coef(q)[3:5], vcov(q)[3:5, 3:5]); test("cox.clinic.term_test", w[1], w[2], w[3], "Wald chi-square of coxph", 1e-9)
sf <- survfit(Surv(months, dead) ~ arm, d, conf.type = "log-log"); st <- summary(sf, times = c(6, 12.5, 20))
for (i in seq_along(st$time)) { key <- paste0("at_times.", sub("arm=", "", st$strata[i]), ".at_", sub("\\.", "_", st$time[i]))
  put(paste0(key, ".estimate"), st$surv[i], "summary(survfit(...), times)"); put(paste0(key, ".ci.lower"), st$lower[i], "summary(survfit(...), times)"); put(paste0(key, ".ci.upper"), st$upper[i], "summary(survfit(...), times)")
  put(paste0(key, ".at_risk"), st$n.risk[i], "summary(survfit(...), times)") }
rm <- summary(sf, rmean = 24)$table; r <- function(a, w) rm[paste0("arm=", a), w]
for (a in c("old", "new")) { put(paste0("restricted.", a, ".estimate"), r(a, "rmean"), "summary(survfit(...), rmean = 24)"); put(paste0("restricted.", a, ".se"), r(a, "se(rmean)"), "summary(survfit(...), rmean = 24)") }
dd <- r("new", "rmean") - r("old", "rmean"); ds <- sqrt(r("new", "se(rmean)")^2 + r("old", "se(rmean)")^2)
coefficient("restricted.difference", dd, ds, Inf, "difference of rmean, variances added")
lr <- log(r("new", "rmean") / r("old", "rmean")); ls <- sqrt((r("new", "se(rmean)") / r("new", "rmean"))^2 + (r("old", "se(rmean)") / r("old", "rmean"))^2)
coefficient("restricted.ratio", lr, ls, Inf, "ratio of rmean, delta method", TRUE)
km <- summary(survfit(Surv(weeks, healed == "yes") ~ 1, long, conf.type = "log-log"))$table; put("counted_survival.estimate", km["median"], "survfit on repeated rows"); put("counted_survival.n", km["records"], "survfit on repeated rows")
q <- cox(Surv(weeks, healed == "yes") ~ arm + dose, long); put("counted_cox.arm.estimate", exp(coef(q)["armnew"]), "coxph on repeated rows")

# Quantile regression; summary.rq inverts the rank-score test and interpolates
quantile_fit <- function(key, tau) { f <- rq(marker ~ arm + age + bmi, tau, d); names <- c(arm = "armnew", age = "age", bmi = "bmi")
  r <- summary(f, se = "rank", alpha = .05)$coefficients
  for (k in names(names)) { put(paste0(key, ".", k, ".estimate"), coef(f)[names[k]], "rq(marker ~ arm + age + bmi)", 1e-9)
    put(paste0(key, ".", k, ".ci.lower"), r[names[k], 2], "summary(rq(...), se = 'rank', alpha = .05)", 1e-8); put(paste0(key, ".", k, ".ci.upper"), r[names[k], 3], "summary(rq(...), se = 'rank', alpha = .05)", 1e-8) }
  for (e in c("nid", "iid")) { s <- summary(f, se = e)$coefficients; for (k in names(names)) coefficient(paste0(key, "_", e, ".", k), s[names[k], 1], s[names[k], 2], f$n <- length(resid(f)) - length(coef(f)), paste0("summary(rq(...), se = '", e, "')"), FALSE, 1e-7) } }
quantile_fit("median", .5); quantile_fit("lower", .3); quantile_fit("upper", .8)

# Clusters: lme4's optimiser stops near 1e-6, the Hessian behind Satterthwaite's degrees of freedom is numerical
dm <- na.omit(d[, c("score", "arm", "age", "clinic", "ward")])
control <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12, maxeval = 5000))
mixed <- function(key, m, ddf, call, tolerance) { s <- coef(summary(m, ddf = ddf)); for (v in c("armnew", "age", "clinicwest")) {
    k <- paste0(key, ".", c(armnew = "arm", age = "age", clinicwest = "clinic.west")[v]); coefficient(k, s[v, 1], s[v, 2], s[v, 3], call, FALSE, tolerance); put(paste0(k, ".df"), s[v, 3], call, tolerance) }
  a <- anova(m, ddf = ddf, type = 3)["clinic", ]; put(paste0(key, ".clinic.term_test.statistic"), a$"F value", "anova(lmer(...))", tolerance); put(paste0(key, ".clinic.term_test.df2"), a$DenDF, "anova(lmer(...))", tolerance); put(paste0(key, ".clinic.term_test.p"), a$"Pr(>F)", "anova(lmer(...))", tolerance) }
mr <- lmerTest::lmer(score ~ arm + age + clinic + (1 | ward), dm, control = control)
mixed("mixed", mr, "Satterthwaite", "lmer(score ~ arm + age + clinic + (1 | ward)), Satterthwaite", 2e-5)
mixed("mixed_kenward", mr, "Kenward-Roger", "lmer(...), Kenward-Roger", 2e-5)
mixed("mixed_ml", lmerTest::lmer(score ~ arm + age + clinic + (1 | ward), dm, REML = FALSE, control = control), "Satterthwaite", "lmer(..., REML = FALSE), Satterthwaite", 2e-5)
put("mixed.model.sd_between", sqrt(VarCorr(mr)$ward[1]), "VarCorr(lmer(...))", 2e-5); put("mixed.model.log_likelihood", logLik(mr), "logLik(lmer(...))", 1e-8); put("mixed.model.clusters", 13, "number of wards")
mk <- lmerTest::lmer(result ~ arm + dose + (1 | ward), long, control = control); s <- coef(summary(mk)); coefficient("counted_mixed.arm", s["armnew", 1], s["armnew", 2], s["armnew", 3], "lmer on repeated rows", FALSE, 2e-5)
null <- lmerTest::lmer(bmi ~ arm + (1 | ward), d[!is.na(d$ward), ], control = control); s <- coef(summary(null)); coefficient("singular.arm", s["armnew", 1], s["armnew", 2], s["armnew", 3], "lmer, singular", FALSE, 2e-5)
# GEE with the denominators N and pairs, as geepack, is the rival `moments-plain`; the default's is as gee's and SAS's.
gee <- function(key, f, family, data, name, call, ratio) { data <- data[order(data$ward), ]; data$ward <- as.integer(factor(data$ward))
  g <- geeglm(f, family = family, data = data, id = ward, corstr = "exchangeable", control = geese.control(epsilon = 1e-13, maxit = 500))
  s <- coef(summary(g))[name, ]; coefficient(key, s[[1]], s[[2]], Inf, call, ratio, 1e-8); put(paste0(sub("[.].*", "", key), ".model.correlation"), g$geese$alpha, call, 1e-8); put(paste0(sub("[.].*", "", key), ".model.scale"), g$geese$gamma, call, 1e-8) }
gee("gee_linear.arm", score ~ arm + age, gaussian, na.omit(d[, c("score", "arm", "age", "ward")]), "armnew", "geeglm(score ~ arm + age, id = ward, corstr = 'exchangeable')", FALSE)
gee("gee_logistic.arm", event ~ arm + age, binomial, na.omit(d[, c("event", "arm", "age", "ward")]), "armnew", "geeglm(event ~ arm + age, binomial)", TRUE)
gee("gee_poisson.arm", visits ~ arm + age, poisson, na.omit(d[, c("visits", "arm", "age", "ward")]), "armnew", "geeglm(visits ~ arm + age, poisson)", TRUE)
gee("gee_counted.arm", result ~ arm + dose, gaussian, long[, c("result", "arm", "dose", "ward")], "armnew", "geeglm on repeated rows", FALSE)
gee("gee_risk.arm", event ~ arm, poisson, na.omit(d[, c("event", "arm", "ward")]), "armnew", "geeglm(event ~ arm, poisson)", TRUE)

packages <- c("MASS", "sandwich", "lmtest", "survival", "geepack", "lme4", "lmerTest", "pbkrtest", "quantreg")
out <- file("src/test/resources/reference/methods-regression.csv", "w")
writeLines(paste0("# ", R.version.string, "; ", paste(packages, vapply(packages, function(p) as.character(packageVersion(p)), ""), collapse = "; ")), out)
write.csv(do.call(rbind, rows), out, row.names = FALSE)
close(out)
