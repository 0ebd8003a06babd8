package org.countersign.stats;

/** Link and variance of a generalized linear model, with its likelihood. */
interface MeanFunction {

    double mean(double predictor);

    /** d mean / d predictor. */
    double slope(double predictor);

    double variance(double mean);

    /** Log-likelihood of one observation, constants of the data included. */
    double logLikelihood(double y, double predictor);

    /** Twice the log-likelihood lost against the saturated model. */
    double deviance(double y, double predictor);

    /** Whether the predictor lies in the model's range. */
    default boolean admits(double predictor) {
        return true;
    }

    /** A predictor near an observation, to begin with. */
    double start(double y);

    /** y log(y/mu), 0 at y = 0. */
    static double scaledLog(double y, double mean) {
        return y == 0 ? 0 : y * Math.log(y / mean);
    }

    /** log(1 + exp(x)) without overflow. */
    static double logOnePlusExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** Binary outcome, logit link. */
    MeanFunction LOGISTIC = new MeanFunction() {
        @Override
        public double mean(double predictor) {
            return 1 / (1 + Math.exp(-predictor));
        }

        @Override
        public double slope(double predictor) {
            double e = Math.exp(-Math.abs(predictor));
            return e / ((1 + e) * (1 + e));
        }

        @Override
        public double variance(double mean) {
            return mean * (1 - mean);
        }

        @Override
        public double logLikelihood(double y, double predictor) {
            return y * predictor - logOnePlusExp(predictor);
        }

        @Override
        public double deviance(double y, double predictor) {
            return -2 * logLikelihood(y, predictor);
        }

        @Override
        public double start(double y) {
            double mean = (y + 0.5) / 2;
            return Math.log(mean / (1 - mean));
        }
    };

    /** Counts, log link. */
    MeanFunction POISSON = new MeanFunction() {
        @Override
        public double mean(double predictor) {
            return Math.exp(predictor);
        }

        @Override
        public double slope(double predictor) {
            return Math.exp(predictor);
        }

        @Override
        public double variance(double mean) {
            return mean;
        }

        @Override
        public double logLikelihood(double y, double predictor) {
            return y * predictor - Math.exp(predictor) - org.apache.commons.numbers.gamma.LogGamma.value(y + 1);
        }

        @Override
        public double deviance(double y, double predictor) {
            double mean = Math.exp(predictor);
            return 2 * (scaledLog(y, mean) - (y - mean));
        }

        @Override
        public double start(double y) {
            return Math.log(y + 0.1);
        }
    };

    /** Binary outcome, log link. */
    MeanFunction LOG_BINOMIAL = new MeanFunction() {
        @Override
        public double mean(double predictor) {
            return Math.exp(predictor);
        }

        @Override
        public double slope(double predictor) {
            return Math.exp(predictor);
        }

        @Override
        public double variance(double mean) {
            return mean * (1 - mean);
        }

        @Override
        public double logLikelihood(double y, double predictor) {
            return y * predictor + (y == 1 ? 0 : (1 - y) * Math.log(-Math.expm1(predictor)));
        }

        @Override
        public double deviance(double y, double predictor) {
            return -2 * logLikelihood(y, predictor);
        }

        @Override
        public boolean admits(double predictor) {
            return predictor < 0;
        }

        @Override
        public double start(double y) {
            return Math.log((y + 0.5) / 2);
        }
    };

    /** Overdispersed counts with variance mean + mean²/theta, log link. */
    static MeanFunction negativeBinomial(double theta) {
        return new MeanFunction() {
            @Override
            public double mean(double predictor) {
                return Math.exp(predictor);
            }

            @Override
            public double slope(double predictor) {
                return Math.exp(predictor);
            }

            @Override
            public double variance(double mean) {
                return mean + mean * mean / theta;
            }

            @Override
            public double logLikelihood(double y, double predictor) {
                double mean = Math.exp(predictor);
                double rising = 0;
                for (int k = 0; k < y; k++) {
                    rising += Math.log((theta + k) / (k + 1));
                }
                return rising - theta * Math.log1p(mean / theta) - y * Math.log1p(theta / mean);
            }

            @Override
            public double deviance(double y, double predictor) {
                double mean = Math.exp(predictor);
                return 2 * (scaledLog(y, mean) - (y + theta) * Math.log((y + theta) / (mean + theta)));
            }

            @Override
            public double start(double y) {
                return Math.log(y + 1.0 / 6);
            }
        };
    }
}
