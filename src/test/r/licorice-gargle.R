# Reference values for the licorice gargle trial, whose data stand beside the checkout:
#   Rscript src/test/r/licorice-gargle.R ../shared/studies/licorice-gargle/licorice_gargle.csv
# writes src/test/resources/reference/licorice-gargle.csv: ledger key, value, relative tolerance, call. The tolerance is
# wider where R itself is coarser: the conditional odds ratio and its limits come from uniroot (1.2e-4 on
# the scale of the odds ratio or its inverse).
d <- read.csv(commandArgs(TRUE)[1])
rows <- list()
add <- function(key, value, call, tolerance = 1e-10) {
  rows[[length(rows) + 1]] <<- sprintf("%s,%.17g,%g,%s", key, unname(value), tolerance, shQuote(call, "cmd"))
}
L <- d$treat == 1
S <- d$treat == 0
z <- qnorm(0.975)
wilson <- function(k, n) {
  centre <- (k / n + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z * sqrt(k / n * (1 - k / n) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  c(centre - half, centre + half)
}
sore <- list(
  sore30 = d$pacu30min_throatPain > 0, sore90 = d$pacu90min_throatPain > 0, sore240 = d$postOp4hour_throatPain > 0,
  sore_any30 = pmax(d$pacu30min_throatPain, d$pacu30min_swallowPain) > 0)
for (name in names(sore)) {
  v <- sore[[name]]
  a <- sum(v[L], na.rm = TRUE); n1 <- sum(!is.na(v[L])); b <- sum(v[S], na.rm = TRUE); n2 <- sum(!is.na(v[S]))
  w1 <- wilson(a, n1); w2 <- wilson(b, n2)
  add(paste0("sore.", name, ".licorice.estimate"), a / n1, "k / n")
  add(paste0("sore.", name, ".licorice.ci.lower"), w1[1], "Wilson, from the formula")
  add(paste0("sore.", name, ".licorice.ci.upper"), w1[2], "Wilson, from the formula")
  rr <- (a / n1) / (b / n2); se <- sqrt(1 / a - 1 / n1 + 1 / b - 1 / n2)
  add(paste0("sore_rr.", name, ".estimate"), rr, "risk ratio")
  add(paste0("sore_rr.", name, ".ci.lower"), rr * exp(-z * se), "Wald on the log scale")
  add(paste0("sore_rr.", name, ".ci.upper"), rr * exp(z * se), "Wald on the log scale")
  difference <- a / n1 - b / n2
  add(paste0("sore_rd.", name, ".estimate"), difference, "risk difference")
  add(paste0("sore_rd.", name, ".ci.lower"), difference - sqrt((a / n1 - w1[1])^2 + (w2[2] - b / n2)^2), "Newcombe")
  add(paste0("sore_rd.", name, ".ci.upper"), difference + sqrt((w1[2] - a / n1)^2 + (b / n2 - w2[1])^2), "Newcombe")
  m <- matrix(c(a, n1 - a, b, n2 - b), 2)
  f <- fisher.test(m)
  add(paste0("sore_or.", name, ".estimate"), f$estimate, "fisher.test", 2e-4)
  add(paste0("sore_or.", name, ".ci.lower"), f$conf.int[1], "fisher.test", 2e-4)
  add(paste0("sore_or.", name, ".ci.upper"), f$conf.int[2], "fisher.test", 2e-4)
  add(paste0("sore_fisher.", name, ".p"), f$p.value, "fisher.test", 1e-9)
  chi <- chisq.test(m, correct = FALSE)
  add(paste0("sore_chi.", name, ".statistic"), chi$statistic, "chisq.test(correct = FALSE)")
  add(paste0("sore_chi.", name, ".p"), chi$p.value, "chisq.test(correct = FALSE)")
  if (name != "sore_any30") add(paste0("sore_nnt.", name, ".estimate"), 1 / abs(difference), "1 / |risk difference|")
}
scores <- c("pacu30min_throatPain", "pacu30min_swallowPain", "pacu90min_throatPain", "postOp4hour_throatPain",
            "pod1am_throatPain")
for (v in scores) {
  w <- suppressWarnings(wilcox.test(d[[v]][L], d[[v]][S]))
  key <- tolower(v)
  add(paste0("pain_rank.", key, ".p"), w$p.value, "wilcox.test")
  add(paste0("pain_rank.", key, ".statistic"), w$statistic, "wilcox.test")
  add(paste0("pain.", key, ".licorice.mean"), mean(d[[v]][L], na.rm = TRUE), "mean")
  add(paste0("pain.", key, ".licorice.sd"), sd(d[[v]][L], na.rm = TRUE), "sd")
  differences <- outer(na.omit(d[[v]][L]), na.omit(d[[v]][S]), "-")
  add(paste0("pain_rank.", key, ".estimate"), median(differences), "median of all differences")
}
d$smoking <- relevel(factor(d$preOp_smoking), "3")
d$size <- factor(d$intraOp_surgerySize)
d$worst <- pmax(d$pacu30min_throatPain, d$pacu90min_throatPain, d$postOp4hour_throatPain)
m <- glm(sore$sore30 ~ treat + preOp_age + preOp_gender + smoking + size, binomial, d, epsilon = 1e-14)
# glm reports the covariance of the last iteration but one: beginning at the estimate makes the two the same
m <- update(m, start = coef(m))
co <- summary(m)$coef
add("logit.treat.estimate", exp(co["treat", 1]), "glm(binomial)")
add("logit.treat.p", co["treat", 4], "glm(binomial)")
add("logit.treat.ci.lower", exp(confint.default(m))["treat", 1], "confint.default")
add("logit.preop_smoking.past.estimate", exp(co["smoking2", 1]), "glm(binomial)")
add("logit.intraop_surgerysize.large.ci.upper", exp(confint.default(m))["size3", 2], "confint.default")
m <- lm(worst ~ treat + preOp_age + preOp_calcBMI + preOp_gender + smoking, d)
X <- model.matrix(m); e <- residuals(m); h <- hatvalues(m); bread <- solve(crossprod(X))
V <- bread %*% crossprod(X * e / (1 - h)) %*% bread
se <- sqrt(diag(V)); t <- qt(0.975, m$df.residual)
add("lm_worst.treat.estimate", coef(m)["treat"], "lm")
add("lm_worst.treat.ci.lower", coef(m)["treat"] - t * se["treat"], "HC3 from the formula")
add("lm_worst.preop_smoking.past.p", 2 * pt(-abs(coef(m)["smoking2"] / se["smoking2"]), m$df.residual), "HC3")
add("lm_worst.model.r_squared", summary(m)$r.squared, "lm")
m <- lm(worst ~ treat * preOp_gender + preOp_age, d)
add("lm_int.treat_by_preop_gender.estimate", coef(m)["treat:preOp_gender"], "lm")
add("lm_int.treat_by_preop_gender.p", summary(m)$coef["treat:preOp_gender", 4], "lm")
for (name in c("sore30", "sore90", "sore240")) {
  y <- as.numeric(sore[[name]])
  m <- glm(y ~ treat + preOp_age + preOp_gender + smoking + size, poisson, d, epsilon = 1e-14)
  X <- model.matrix(m); u <- X * (m$y - fitted(m)); bread <- solve(crossprod(X * sqrt(fitted(m))))
  V <- bread %*% crossprod(u) %*% bread
  add(paste0("modpois.", name, ".treat.estimate"), exp(coef(m)["treat"]), "glm(poisson)")
  add(paste0("modpois.", name, ".treat.ci.lower"), exp(coef(m)["treat"] - z * sqrt(V["treat", "treat"])), "HC0")
}
for (arm in c("lic", "sug")) {
  rows_of_arm <- if (arm == "lic") L else S
  w <- suppressWarnings(wilcox.test(
    d$postOp4hour_throatPain[rows_of_arm], d$pacu30min_throatPain[rows_of_arm], paired = TRUE))
  add(paste0("change_", arm, ".p"), w$p.value, "wilcox.test(paired = TRUE)")
}
t <- t.test(d$postOp4hour_throatPain, d$pacu30min_throatPain, paired = TRUE)
add("change_t.estimate", t$estimate, "t.test(paired = TRUE)")
add("change_t.p", t$p.value, "t.test(paired = TRUE)")
add("change_t.ci.lower", t$conf.int[1], "t.test(paired = TRUE)")
add("asa_anova.p", oneway.test(worst ~ factor(preOp_asa), d)$p.value, "oneway.test")
add("asa_kw.p", kruskal.test(worst ~ factor(preOp_asa), d)$p.value, "kruskal.test")
add("age_pain.estimate",
    suppressWarnings(cor.test(d$preOp_age, d$worst, method = "spearman"))$estimate, "cor.test(spearman)")
add("baseline.preop_age.p", t.test(preOp_age ~ treat, d)$p.value, "t.test")
add("baseline.preop_calcbmi.p", t.test(preOp_calcBMI ~ treat, d)$p.value, "t.test")
add("baseline.preop_gender.p", chisq.test(d$preOp_gender, d$treat)$p.value, "chisq.test")
add("baseline.preop_asa.p", chisq.test(d$preOp_asa, d$treat)$p.value, "chisq.test")
add("baseline.preop_mallampati.p", fisher.test(table(d$preOp_mallampati, d$treat))$p.value, "fisher.test", 1e-6)
add("baseline.preop_smoking.p", chisq.test(d$preOp_smoking, d$treat)$p.value, "chisq.test")
add("baseline.preop_pain.p", fisher.test(d$preOp_pain, d$treat)$p.value, "fisher.test", 1e-9)
x <- na.omit(d$pacu30min_throatPain[L]); y <- na.omit(d$pacu30min_throatPain[S])
add("pain_ps.pacu30min_throatpain.estimate",
    mean(outer(x, y, ">")) + mean(outer(x, y, "==")) / 2, "all pairs")
df <- length(x) + length(y) - 2
pooled <- sqrt(((length(x) - 1) * var(x) + (length(y) - 1) * var(y)) / df)
add("pain_smd.pacu30min_throatpain.estimate",
    (mean(x) - mean(y)) / pooled * exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2), "Hedges' g, formula")
writeLines(c(paste("#", R.version.string, "src/test/r/licorice-gargle.R"), "key,value,tolerance,call", unlist(rows)),
           "src/test/resources/reference/licorice-gargle.csv")
