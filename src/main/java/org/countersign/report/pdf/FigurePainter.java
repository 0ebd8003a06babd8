package org.countersign.report.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Shape;
import java.util.Map;
import org.countersign.chart.Drawing;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Paints drawings where {@code object} elements name them, as vectors and text. */
final class FigurePainter implements FSObjectDrawerFactory {

    private final Map<String, Drawing> figures;
    private final PdfFonts fonts;

    FigurePainter(Map<String, Drawing> figures, PdfFonts fonts) {
        this.figures = figures;
        this.fonts = fonts;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return figures.containsKey(element.getAttribute("data"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        Drawing drawing = figures.get(element.getAttribute("data"));
        return drawing == null ? null : new Painter(drawing, fonts);
    }

    private record Painter(Drawing drawing, PdfFonts fonts) implements FSObjectDrawer {
        @Override
        @SuppressWarnings("NullAway") // the library takes null for "no links in the figure"
        public Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            // the graphics' unit is the CSS pixel; the library cuts the area down to whole ones
            float pixelWidth = (float) Math.ceil(width / dotsPerPixel);
            float pixelHeight = (float) Math.ceil(height / dotsPerPixel);
            double scale = width / dotsPerPixel / drawing.width();
            device.drawWithGraphics((float) x, (float) y, pixelWidth, pixelHeight, graphics -> {
                graphics.scale(scale, scale);
                drawing.paint(new FigureGraphics((PdfBoxGraphics2D) graphics, fonts));
            });
            return null;
        }
    }
}
