package org.ketaminecontent.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The picture that others show with a link to a page (Open Graph): its title, and no photograph. */
final class SocialCard {

    /** Pixels, as Open Graph's readers want them. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;

    private static final int MARGIN = 90;
    private static final int TOP = 190;
    private static final int BOTTOM = 540;
    private static final int LARGEST = 80;
    private static final int SMALLEST = 40;
    private static final int SMALL = 34;
    private static final int RING = 44;

    private static final Color GROUND = new Color(0x12484f);
    private static final Color INK = new Color(0xf8f4ea);
    private static final Color WARM = new Color(0xe2b673);

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D canvas = image.createGraphics();

    private SocialCard() {}

    /**
     * The picture as PNG.
     *
     * @param kind of the document, in a word
     * @throws InternalError or another error where the machine has no fonts
     */
    static byte[] png(String kind, String title) {
        var card = new SocialCard();
        card.draw(kind, title);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(card.image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return out.toByteArray();
    }

    private void draw(String kind, String title) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(GROUND);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setStroke(new BasicStroke(RING / 6f));
        canvas.setColor(INK);
        canvas.draw(new Ellipse2D.Double(MARGIN, MARGIN - RING / 2.0, RING, RING));
        canvas.setColor(WARM);
        canvas.draw(new Ellipse2D.Double(MARGIN + RING / 2.0, MARGIN - RING / 2.0, RING, RING));
        canvas.setColor(INK);
        write("Ketamine therapy", MARGIN + 2 * RING, MARGIN + SMALL / 3);
        canvas.setColor(WARM);
        write(kind + " · Information, not advertising", MARGIN, HEIGHT - MARGIN / 2);
        canvas.setColor(INK);
        write(title);
        canvas.dispose();
    }

    private void write(String text, int x, int y) {
        new TextLayout(text, new Font(Font.SANS_SERIF, Font.PLAIN, SMALL), canvas.getFontRenderContext())
                .draw(canvas, x, y);
    }

    /** The title, as large as there is room for all of it. */
    private void write(String title) {
        int size = LARGEST;
        var lines = lines(title, size);
        while (height(lines) > BOTTOM - TOP && size > SMALLEST) {
            size -= 4;
            lines = lines(title, size);
        }
        float y = TOP;
        for (var line : lines) {
            y += line.getAscent();
            line.draw(canvas, MARGIN, y);
            y += line.getDescent() + line.getLeading();
        }
    }

    private List<TextLayout> lines(String title, int size) {
        var text = new AttributedString(title);
        text.addAttribute(TextAttribute.FONT, new Font(Font.SERIF, Font.PLAIN, size));
        var measurer = new LineBreakMeasurer(text.getIterator(), canvas.getFontRenderContext());
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < title.length()) {
            lines.add(measurer.nextLayout(WIDTH - 2f * MARGIN));
        }
        return lines;
    }

    private static float height(List<TextLayout> lines) {
        float height = 0;
        for (var line : lines) {
            height += line.getAscent() + line.getDescent() + line.getLeading();
        }
        return height;
    }
}
