using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace ZooInfra.Api.Page;

/// <summary>What all pages share: head, style and foot. Nothing is loaded from elsewhere and nothing runs.</summary>
internal static class PageFrame
{
    private static readonly string Style = ReadStyle();

    /// <summary>Only our own style counts; no script, no frame, no foreign form target.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Begin(Html html, string title)
        => html.Write($"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>""")
            .WriteMarkup(Style)
            .Write($"""</style></head><body><a class="skip" href="#main">Skip to content</a>""");

    public static void End(Html html, Instant now)
        => html.Write($"""<footer>As of {now.InUtc().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. <a href="/client">All clients as text</a> · <a href="/openapi/v1.json">API description</a></footer></body></html>""");

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PageFrame).Assembly.GetManifestResourceStream("page.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
