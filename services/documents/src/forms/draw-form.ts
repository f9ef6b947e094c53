import PDFDocument from 'pdfkit';
import type { FormContent } from './form-data';
import type { FormFonts, Run } from './form-fonts';

export interface Drawing {
  readonly content: FormContent;
  /** SHA-256 of the content, printed at the foot of every page. */
  readonly sha256: string;
  readonly filingId: string;
  readonly at: Date;
}

/** A4 in points (1/72 inch). */
const page = { width: 595.28, height: 841.89, margin: 56, foot: 48 } as const;
const sizes = { title: 18, section: 11.5, body: 10.5, small: 8 } as const;
const labelWidth = 104;
/** Runs of several fonts stand on one line. */
const alphabetic = { lineBreak: false, baseline: 'alphabetic' } as const;

export const notOfficial = {
  zh: '本页由系统按订单数据生成，为自制版式，不是通信管理局的官方表格。该省另有官方表格的，以官方表格为准。',
  en: 'Laid out by this system from the data of the order. NOT an official form of any administration.',
} as const;

/** Draws a form in our own layout and gives the PDF. Only the glyphs that are used are embedded. */
export async function drawForm(fonts: FormFonts, drawing: Drawing): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'zh-CN',
    info: {
      Title: drawing.content.title,
      CreationDate: drawing.at,
      ModDate: drawing.at,
      Producer: 'Beian',
      Creator: 'Beian',
    },
    autoFirstPage: false,
    font: '',
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const { name, bytes } of fonts.all) doc.registerFont(name, bytes);
  new FormPen(doc, fonts, drawing).draw();
  doc.end();
  return done;
}

/** Writes from top to bottom and turns the page when it is full. */
class FormPen {
  private y = 0;
  private pages = 0;

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly fonts: FormFonts,
    private readonly drawing: Drawing,
  ) {}

  draw(): void {
    const { title, province, sections, declaration, wishes, toFill } = this.drawing.content;
    this.turnPage();
    this.write(title, { size: sizes.title, gap: 4 });
    this.write(`${province}　订单 ${this.drawing.filingId}`, { size: sizes.body, gap: 10 });
    for (const section of sections) {
      this.need(sizes.section * 4);
      this.write(section.title, { size: sizes.section, gap: 2 });
      for (const { label, value } of section.rows) this.row(label, value);
      this.y += 8;
    }
    this.need(90);
    for (const line of declaration) this.write(line, { size: sizes.body, gap: 4 });
    this.y += 6;
    for (const line of wishes) this.write(`· ${line}`, { size: sizes.body - 1, gap: 2 });
    this.y += 12;
    for (const place of toFill) this.place(place);
  }

  private turnPage(): void {
    this.doc.addPage();
    this.pages += 1;
    this.y = page.margin - 24;
    this.write(notOfficial.zh, { size: sizes.small, gap: 1 });
    this.write(notOfficial.en, { size: sizes.small, gap: 14 });
    const foot = page.height - page.foot;
    this.doc
      .moveTo(page.margin, foot - 6)
      .lineTo(page.width - page.margin, foot - 6)
      .lineWidth(0.4)
      .stroke('#888888');
    this.line(`内容校验值 SHA-256 ${this.drawing.sha256}`, { x: page.margin, y: foot, size: sizes.small });
    const made = this.drawing.at.toISOString().slice(0, 10);
    this.line(`生成于 ${made}　第 ${this.pages} 页`, { x: page.margin, y: foot + 12, size: sizes.small });
  }

  /** Turns the page if so many points are not left. */
  private need(points: number): void {
    if (this.y + points > page.height - page.foot - 12) this.turnPage();
  }

  private row(label: string, value: string): void {
    const lines = this.wrapped(value, { size: sizes.body, width: page.width - 2 * page.margin - labelWidth });
    const height = sizes.body * 1.6;
    for (const [index, line] of lines.entries()) {
      this.need(height);
      if (index === 0) this.line(label, { x: page.margin + 8, y: this.y, size: sizes.body });
      this.line(line, { x: page.margin + labelWidth, y: this.y, size: sizes.body });
      this.y += height;
    }
  }

  /** A line to write on by hand, with room for a seal. */
  private place(label: string): void {
    this.need(40);
    this.line(label, { x: page.margin, y: this.y, size: sizes.body });
    const from = page.margin + this.width(label, sizes.body) + 6;
    const at = this.y + sizes.body * 1.3;
    if (!label.startsWith('日期'))
      this.doc
        .moveTo(from, at)
        .lineTo(page.width - page.margin - 120, at)
        .lineWidth(0.5)
        .stroke('#000000');
    this.y += 34;
  }

  private write(text: string, { size, gap }: { size: number; gap: number }): void {
    for (const line of this.wrapped(text, { size, width: page.width - 2 * page.margin })) {
      if (this.pages > 0) this.need(size * 1.5);
      this.line(line, { x: page.margin, y: this.y, size });
      this.y += size * 1.5;
    }
    this.y += gap;
  }

  /** Cuts a text where the line is full: between Chinese characters anywhere, inside a domain only if it is too long. */
  private wrapped(text: string, { size, width }: { size: number; width: number }): readonly string[] {
    const lines: string[] = [];
    let [line, used] = ['', 0];
    const words = (text.match(/[!-~]+|./gsu) ?? []).flatMap((word) =>
      this.width(word, size) > width ? [...word] : [word],
    );
    for (const word of words) {
      const wide = this.width(word, size);
      if (line !== '' && used + wide > width) {
        lines.push(line);
        [line, used] = ['', 0];
      }
      line += word;
      used += wide;
    }
    return [...lines, line];
  }

  private width(text: string, size: number): number {
    return this.fonts.runs(text).reduce((sum, run) => sum + this.runWidth(run, size), 0);
  }

  private runWidth({ font, text }: Run, size: number): number {
    return this.doc.font(font.name).fontSize(size).widthOfString(text);
  }

  private line(text: string, { x, y, size }: { x: number; y: number; size: number }): void {
    let at = x;
    for (const run of this.fonts.runs(text)) {
      this.doc
        .font(run.font.name)
        .fontSize(size)
        .fillColor('#000000')
        .text(run.text, at, y + size, alphabetic);
      at += this.runWidth(run, size);
    }
  }
}
