using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Stacks;

namespace ZooInfra.Cli.Tests;

/// <summary>The contracts of the example platform over HTTP, as <c>zoo serve</c> serves them.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zoo-serve-");
    private readonly CancellationTokenSource _stop = new();
    private readonly AnnouncedWriter _output = new();
    private Task<int> _serving = Task.FromResult(0);
    private HttpClient _http = new();

    public async Task InitializeAsync()
    {
        var terminal = new Terminal(_output, TextWriter.Null, TextReader.Null, Directory.GetCurrentDirectory(), IsInteractive: false);
        _serving = ZooCommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--anonymous", "--database", Path.Combine(_folder.FullName, "zoo.db")], new Platform(ZooClients.All), terminal, _stop.Token);
        var line = await _output.FirstLine.WaitAsync(TimeSpan.FromMinutes(1));
        _http = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Replace("/client", "", StringComparison.Ordinal)) };
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _serving);
        _http.Dispose();
        _stop.Dispose();
        await _output.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/client/acme_corp/sla", "99.99 / 5m")]
    [InlineData("/client/acme_corp/billing_model", "per-seat")]
    [InlineData("/client/biggov/billing_model", "static_mrr_plus_usage")]
    [InlineData("/client/biggov/sla", "99.99")]
    public async Task A_contract_says_as_text_exactly_this(string path, string body)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_contract_says_it_typed_when_asked_for_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/client/acme_corp/sla") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        using var answer = await _http.SendAsync(request);

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(99.99m, json.RootElement.GetProperty("availability").GetDecimal());
        Assert.Equal("5m", json.RootElement.GetProperty("response").GetString());
        Assert.Equal(300, json.RootElement.GetProperty("response_seconds").GetInt32());
    }

    [Fact]
    public async Task An_unknown_client_is_a_problem_with_404()
    {
        using var answer = await _http.GetAsync(new Uri("/client/nobody/sla", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>Tells when the first line was written.</summary>
    private sealed class AnnouncedWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _first.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _first.TrySetResult(value ?? "");
        }
    }
}
