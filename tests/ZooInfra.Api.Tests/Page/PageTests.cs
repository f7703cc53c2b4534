using System.Globalization;
using System.Net;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Page;

public sealed class PageTests : IAsyncLifetime
{
    private ContractHost? _host;

    private Uri Root => new(Assert.Single(_host!.Urls));

    public async Task InitializeAsync()
        => _host = await ContractHost.StartAsync(Zoo.Platform, new() { Urls = ["http://127.0.0.1:0"], AnonymousScopes = ["contract:read-all"], Time = new StoppedClock(Zoo.Now) }, CancellationToken.None);

    public async Task DisposeAsync() => await _host!.DisposeAsync();

    [Fact]
    public async Task The_page_shows_what_people_ask_for_first()
    {
        var page = await GetAsync("/");

        Assert.Contains("99.99 %", page, StringComparison.Ordinal);
        Assert.Contains("4.32 min down in 30 days, windows not counted", page, StringComparison.Ordinal);
        Assert.Contains("HIPAA tier 2", page, StringComparison.Ordinal);
        Assert.Contains("Wed 14 Oct 02:00–04:00", page, StringComparison.Ordinal);
        Assert.Contains("18 days left", page, StringComparison.Ordinal);
        Assert.Contains("ends today", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ZOO4004", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_text_and_never_markup()
    {
        var page = await GetAsync("/");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_cannot_break_out_of_its_field()
    {
        var page = await GetAsync("/?q=" + Uri.EscapeDataString("\"><img src=x onerror=alert(1)>"));

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("No client is called so.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_by_id_and_name()
    {
        var page = await GetAsync("/?q=greater");

        Assert.Contains("1 of 6 clients", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?zone=Mars/Olympus", "There is no time zone 'Mars/Olympus'")]
    [InlineData("/?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "at most 100 characters")]
    public async Task What_cannot_be_shown_is_told(string path, string reason)
    {
        using var http = new HttpClient { BaseAddress = Root };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_clients_come_page_by_page_and_each_once()
    {
        var clients = Enumerable.Range(0, 120).Select(i => Zoo.Make(new TenantContract(string.Create(CultureInfo.InvariantCulture, $"client{i:000}"), "C", null, BillingModel.Tiered, default, default, default)));
        await using var host = await ContractHost.StartAsync(new Platform(clients), new() { Urls = ["http://127.0.0.1:0"], AnonymousScopes = ["contract:read-all"], Time = new StoppedClock(Zoo.Now) }, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new(host.Urls[0]) };
        var seen = new List<string>();
        for (string? next = "/"; next is not null;)
        {
            var page = await http.GetStringAsync(new Uri(next, UriKind.Relative));
            seen.AddRange(page.Split("<article aria-labelledby=\"c-").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]));
            var link = page.IndexOf("\" rel=\"next\"", StringComparison.Ordinal);
            next = link < 0 ? null : WebUtility.HtmlDecode(page[(page.LastIndexOf("href=\"", link, StringComparison.Ordinal) + 6)..link]);
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
    }

    [ChromiumFact]
    public async Task A_browser_shows_the_page_on_a_phone_and_on_a_desk()
    {
        await using var browser = await Chromium.StartAsync();
        foreach (var (width, dark) in new[] { (390, false), (1440, false), (1440, true) })
        {
            await browser.OpenAsync(new Uri(Root, "/"), width, dark);

            Assert.Equal("0", await browser.EvaluateAsync("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Assert.Equal("16px", await browser.EvaluateAsync("getComputedStyle(document.body).fontSize"));
            Keep($"page-{width}{(dark ? "-dark" : "")}.png", await browser.ScreenshotAsync());
        }

        Assert.Empty(browser.Complaints);
    }

    [ChromiumFact]
    public async Task A_browser_shows_a_client_as_a_page()
    {
        await using var browser = await Chromium.StartAsync();
        foreach (var width in new[] { 390, 1440 })
        {
            await browser.OpenAsync(new Uri(Root, "/client/acme_corp"), width);

            Assert.Equal("Acme Corp", await browser.EvaluateAsync("document.querySelector('h1').innerText"));
            Assert.Equal("0", await browser.EvaluateAsync("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            Keep(string.Create(CultureInfo.InvariantCulture, $"client-{width}.png"), await browser.ScreenshotAsync());
        }

        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8")]
    [InlineData("*/*", "text/plain; charset=utf-8")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html;q=0.1, application/json", "application/json")]
    public async Task People_get_a_page_and_programs_what_they_read(string accept, string type)
    {
        using var http = new HttpClient { BaseAddress = Root };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/client/acme_corp");
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await http.SendAsync(request);

        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task The_promise_on_the_page_is_the_one_in_force()
    {
        using var http = new HttpClient { BaseAddress = Root };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await http.GetStringAsync(new Uri("/client/versioned", UriKind.Relative));

        Assert.Contains("<div class=\"promise\">99.9 %</div>", page, StringComparison.Ordinal);
        Assert.Contains("from 2026-12-01", page, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Assistive_technology_can_name_everything()
    {
        await using var browser = await Chromium.StartAsync();
        await browser.OpenAsync(new Uri(Root, "/"), 1440);
        var nodes = await browser.AccessibilityAsync();

        Assert.All(nodes.Where(node => node.Role is "link" or "button" or "searchbox" or "textbox" or "image" or "article" or "heading" or "navigation"), node => Assert.NotEqual("", node.Name));
        Assert.Contains(("link", "Acme Corp"), nodes);
        Assert.Contains(("searchbox", "Client"), nodes);
        Assert.Contains(nodes, node => node.Role == "image" && node.Name.Contains("Patch windows of Acme Corp, 12 October to 11 November 2026, UTC: Mon, Wed 02:00-04:00 UTC; 10 times, 20 hours in all", StringComparison.Ordinal));
        Assert.Contains(nodes, node => node.Role == "main");
        Assert.Equal(1, nodes.Count(node => node.Role == "heading" && node.Name == "Contracts"));
    }

    [ChromiumFact]
    public async Task Text_has_enough_contrast_in_light_and_dark()
    {
        const string least = """
            (() => {
              const rgb = text => text.match(/[\d.]+/g).map(Number);
              const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
              const paper = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
              let worst = 21;
              for (const e of document.body.querySelectorAll('*')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg title, style')) continue;
                const style = getComputedStyle(e);
                const [a, b] = [light(rgb(e.closest('svg') ? style.fill : style.color)), light(paper(e))].sort((x, y) => y - x);
                worst = Math.min(worst, (a + .05) / (b + .05));
              }
              return worst;
            })()
            """;
        await using var browser = await Chromium.StartAsync();
        foreach (var dark in new[] { false, true })
        {
            await browser.OpenAsync(new Uri(Root, "/"), 1440, dark);

            Assert.InRange(double.Parse(await browser.EvaluateAsync(least), CultureInfo.InvariantCulture), 4.5, 21);
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Apia")]
    public void The_picture_of_any_zone_shows_the_whole_month(string zone)
    {
        var shown = DateTimeZoneProviders.Tzdb[zone];
        var first = new LocalDate(2026, 10, 12);
        var span = Api.Page.MonthPicture.Span(first, shown);
        foreach (var client in Zoo.Platform.Clients)
        {
            var html = new Api.Page.Html();
            Api.Page.MonthPicture.Write(html, client.Contract, first, shown);
            var svg = System.Text.Encoding.UTF8.GetString(html.ToBytes());
            var blocks = svg.Split("<rect class=\"open\"").Length - 1;
            var midnights = WindowCalendar.Open(client.Contract.PatchWindows, span).Sum(window =>
                Period.Between(window.Start.InZone(shown).Date, (window.End - Duration.Epsilon).InZone(shown).Date, PeriodUnits.Days).Days + 1);

            Assert.Equal(midnights, blocks);
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Root };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    /// <summary>Pictures are kept beside the test's assembly, for people.</summary>
    private static void Keep(string name, byte[] png)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots"));
        File.WriteAllBytes(Path.Combine(folder.FullName, name), png);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
