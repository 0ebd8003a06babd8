package org.countersign.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldDecompositionSolver;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;
import org.apache.commons.math3.linear.FieldVector;
import org.apache.commons.math3.linear.MatrixUtils;

/** Least squares in rational arithmetic: what the doubles of a design say, rounded once at the end. */
final class ExactRegression {

    private final FieldVector<BigFraction> coefficients;
    private final FieldMatrix<BigFraction> inverse;
    private final BigFraction variance;

    private ExactRegression(
            FieldVector<BigFraction> coefficients, FieldMatrix<BigFraction> inverse, BigFraction variance) {
        this.coefficients = coefficients;
        this.inverse = inverse;
        this.variance = variance;
    }

    static ExactRegression of(DesignMatrix design, double[] outcome) {
        BigFraction[][] rows = new BigFraction[design.rows()][];
        double[] row = new double[design.columns()];
        for (int i = 0; i < rows.length; i++) {
            design.row(i, row);
            rows[i] = Arrays.stream(row).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
        }
        FieldMatrix<BigFraction> x = MatrixUtils.createFieldMatrix(rows);
        FieldVector<BigFraction> y = new ArrayFieldVector<>(
                BigFractionField.getInstance(),
                Arrays.stream(outcome).mapToObj(BigFraction::new).toArray(BigFraction[]::new));
        FieldDecompositionSolver<BigFraction> solver =
                new FieldLUDecomposition<>(x.transpose().multiply(x)).getSolver();
        FieldVector<BigFraction> coefficients = solver.solve(x.preMultiply(y));
        FieldVector<BigFraction> residuals = y.subtract(x.operate(coefficients));
        BigFraction variance = residuals.dotProduct(residuals).divide(design.rows() - design.columns());
        return new ExactRegression(coefficients, solver.getInverse(), variance);
    }

    double coefficient(int column) {
        return decimal(coefficients.getEntry(column)).doubleValue();
    }

    double standardError(int column) {
        return decimal(inverse.getEntry(column, column).multiply(variance))
                .sqrt(MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal decimal(BigFraction fraction) {
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()), new MathContext(40, RoundingMode.HALF_EVEN));
    }
}
