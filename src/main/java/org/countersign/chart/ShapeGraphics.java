package org.countersign.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.xmlgraphics.java2d.AbstractGraphics2D;
import org.apache.xmlgraphics.java2d.GraphicContext;

/**
 * Graphics of drawings: shapes, and text in the bundled font. What a drawing has no use for (images, system fonts) is
 * refused, so that it does not go missing unseen.
 */
public abstract class ShapeGraphics extends AbstractGraphics2D {

    protected ShapeGraphics() {
        super(true);
        gc = new GraphicContext(new AffineTransform());
    }

    protected ShapeGraphics(ShapeGraphics other) {
        super(other);
    }

    /**
     * Fills one line of text in the current colour.
     *
     * @param placement maps em units (1000 per em, y upwards) to this graphics' user space; the transform comes on top
     */
    public abstract void fillText(Typeface typeface, String text, AffineTransform placement);

    @Override
    public void setXORMode(Color color) {
        throw unsupported("exclusive-or painting");
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        throw unsupported("measuring a system font");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unsupported("copying pixels");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unsupported("an image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unsupported("an image");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw unsupported("an image");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw unsupported("an image");
    }

    @Override
    public void drawString(String text, float x, float y) {
        throw unsupported("text in a system font");
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw unsupported("text in a system font");
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getDeviceConfiguration();
    }

    @Override
    public void dispose() {}

    private static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(what + " cannot be part of a figure: draw shapes, or text on Canvas");
    }
}
