using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ZooInfra.Api.Page;

/// <summary>Writes HTML from interpolated strings: what is literal in the source is markup, what is in braces is text and is encoded.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>Writes a piece of the page.</summary>
    public Html Write([InterpolatedStringHandlerArgument("")] Piece piece)
    {
        // The handler has written it already, while the string was put together.
        _ = piece;
        return this;
    }

    /// <summary>Writes markup that is part of the program, never anything that came from outside.</summary>
    public Html WriteMarkup(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>The page as UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>A piece of markup with encoded holes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece(int literalLength, int formattedCount, Html html)
    {
        private readonly StringBuilder _text = html._text;

        private readonly int _expected = literalLength + formattedCount;

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable
            => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
