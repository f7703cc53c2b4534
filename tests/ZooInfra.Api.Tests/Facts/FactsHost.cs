using System.Net.Http.Headers;
using System.Text;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Facts;

/// <summary>A host of clients made from contract files, on the day 2026-11-23 at noon UTC unless a test says otherwise.</summary>
internal sealed class FactsHost : IAsyncDisposable
{
    public const string Acme = """
        client: Acme Corp
        zone: America/New_York
        effective: 2024-01-01
        ends: 2028-12-31
        sla:
          availability: 99.99
          response: 5m
          patch_windows: excluded
          clause: MSA 4.2
          effective: 2026-07-01
        sla_versions:
          - effective: 2024-01-01
            availability: 99.9
            response: 15m
            patch_windows: excluded
            clause: MSA 4.1
          - effective: 2027-03-01
            availability: 99.995
            response: 5m
        billing_model: per-seat
        patch_window:
          - days: [Mon, Wed]
            hours: [02:00-04:00 UTC]
          - days: [Sat]
            hours: [22:00-03:00 America/New_York]
            max_downtime: 30m
        regimes:
          - name: hipaa
            tier: 2
            clause: BAA 1
        regime_terms:
          - regime: hipaa
            keep_logs_days: 2190
        safeguards:
          - kind: backup
            document: Plan 4
            every: 24h
            verified: 2026-10-01
        credits:
          - below: 99.5
            percent: 25
          - below: 99.99
            percent: 10
        support:
          - tier: gold
            hours: 24x7
            contact: help@zoo.example
            clause: MSA 6
        escalation:
          - level: 2
            contact: head of operations
            after: 15m
          - level: 1
            contact: on-call engineer
        waivers:
          - rule: ZOO5103
            reason: Season
            approved_by: R. Frei
            until: 2026-12-10
            clause: MSA 9
            compensating: weekly review
          - rule: ZOO6003
            reason: Migration
            approved_by: R. Frei
            granted: 2026-11-01
            until: 2027-03-01
            clause: MSA 9
            compensating: flow logs
          - rule: ZOO4001
            until: 2026-11-22
        """;

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly ContractHost _host;
    private readonly HttpClient _http;

    private FactsHost(ContractHost host, FixedTime time)
    {
        (_host, Time) = (host, time);
        _http = new HttpClient { BaseAddress = new(host.Urls[0]) };
    }

    public FixedTime Time { get; }

    public IReadOnlyList<string> Routes => _host.Routes;

    public static Task<FactsHost> StartAsync(string yaml = Acme, params ContractEndpoint[] own) => StartWithAsync(Client("acme_corp", yaml, own));

    public static Task<FactsHost> StartAsync(string yaml, Instant now) => StartWithAsync(now, Client("acme_corp", yaml));

    public static Task<FactsHost> StartWithAsync(params Client[] clients) => StartWithAsync(Start, clients);

    private static async Task<FactsHost> StartWithAsync(Instant now, params Client[] clients)
    {
        var time = new FixedTime(now);
        return new(await ContractHost.StartAsync(new Platform(clients), new() { Urls = ["http://127.0.0.1:0"], Time = time, AnonymousScopes = ["contract:read-all"], Rate = "100000/s" }, CancellationToken.None), time);
    }

    /// <summary>A client with the answers that the generator writes for its contract.</summary>
    public static Client Client(string id, string yaml, params ContractEndpoint[] own)
    {
        var (contract, problems) = ContractReader.Read(ContractFile.Parse(id + ".contract.yaml", yaml).Facts!);
        Assert.Empty(problems);
        return new(contract!, () => Task.FromResult(0), [.. ContractAnswers.Of(contract!).Select(Endpoint), .. own]);
    }

    public async Task<Answer> GetAsync(string path, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await _http.SendAsync(request);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.ToString(),
            response.Content.Headers.ContentLength,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    private static ContractEndpoint Endpoint(ContractAnswer answer)
        => new(answer.Name, [.. answer.Editions.Select((edition, index) => new ContractEdition(edition.First, Body(edition.Text, $"{answer.Name}-{index}-text"), Body(edition.Json, $"{answer.Name}-{index}-json")))]);

    private static ContractBody Body(string content, string tag) => new(Encoding.UTF8.GetBytes(content), $"\"{tag}\"");
}
