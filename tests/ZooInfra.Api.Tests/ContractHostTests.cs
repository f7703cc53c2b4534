using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ZooInfra.Api.Tests;

public sealed class ContractHostTests
{
    private static readonly ContractHostOptions Local = new() { Urls = ["http://127.0.0.1:0"], AnonymousScopes = ["contract:read-all"] };

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.1:5080")]
    public async Task Plain_http_for_other_machines_is_refused_unless_a_proxy_ends_TLS(string url)
    {
        var e = await RefusedAsync(url);

        Assert.Contains("can be reached by other machines, and whoever is in between could read keys and contracts", e.Message, StringComparison.Ordinal);
        Assert.Contains("--behind-proxy", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_from_other_machines_are_refused_unless_that_is_allowed()
    {
        var e = await Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { Urls = ["http://0.0.0.0:0"], BehindProxy = true }, CancellationToken.None));

        Assert.Contains("with --anonymous nobody is asked who they are", e.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-remote", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_nobody_could_ask_is_refused_with_both_ways()
    {
        var e = await Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { AnonymousScopes = [] }, CancellationToken.None));

        Assert.Contains("zoo key add", e.Message, StringComparison.Ordinal);
        Assert.Contains("--anonymous", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vpn:manage", "may read at most")]
    [InlineData("client:onboard", "may read at most")]
    [InlineData("contract:raed", "Did you mean 'contract:read'?")]
    public async Task Strangers_can_be_given_nothing_but_reading(string scope, string why)
    {
        var e = await Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { AnonymousScopes = [scope] }, CancellationToken.None));

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.9.9.9:80/")]
    [InlineData("http://[::1]:80")]
    [InlineData("HTTP://LOCALHOST:80")]
    public void Loopback_address_is_one(string url) => Assert.True(ListenAddress.Parse(url).IsLoopback);

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("http://")]
    [InlineData("http://:5080")]
    [InlineData("http://example.com:5080")]
    [InlineData("http://127.0.0.1:port")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:-1")]
    [InlineData("http://127.0.0.1:5080/base")]
    [InlineData("http://::1:5080")]
    [InlineData("http://[127.0.0.1]:5080")]
    [InlineData("http://unix:/run/zoo.sock")]
    [InlineData("http://user@127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    public async Task Address_that_cannot_be_read_is_refused(string url)
        => Assert.Equal($"'{url}' is not an address to listen on; write it like http://127.0.0.1:5080, with an IP address or localhost, and no path.", (await RefusedAsync(url)).Message);

    [Theory]
    [InlineData("https://127.0.0.1:5080", "https://127.0.0.1:5080 needs a certificate; give --certificate FILE")]
    [InlineData("http://localhost:0", "cannot share a free port")]
    public async Task Address_that_cannot_be_served_is_refused(string url, string why)
        => Assert.Contains(why, (await RefusedAsync(url)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task No_address_is_refused()
        => await Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { Urls = [] }, CancellationToken.None));

    [Fact]
    public async Task Port_in_use_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        Assert.Equal($"Cannot listen on {url}: another program has the port; stop it or choose another port.", (await RefusedAsync(url)).Message);
    }

    [Fact]
    public async Task Address_of_another_machine_is_one_sentence()
    {
        var e = await Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { Urls = ["http://192.0.2.1:0"], AllowRemote = true, BehindProxy = true }, CancellationToken.None));

        Assert.Equal("Cannot listen on http://192.0.2.1:0: this machine has no such address; use one of its own, or 127.0.0.1.", e.Message);
    }

    [Fact]
    public async Task Host_says_in_one_line_where_it_listens()
    {
        using var output = new StringWriter();
        await using var host = await ContractHost.StartAsync(Clients.Platform, Local with { Output = output }, CancellationToken.None);

        Assert.Equal($"Serving 2 contracts at {host.Urls[0]}/client{Environment.NewLine}", output.ToString());
        Assert.DoesNotContain(":0/", host.Urls[0] + "/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_the_host_and_frees_the_port()
    {
        using var stop = new CancellationTokenSource();
        var started = new Announcement();
        var running = ContractHost.RunAsync(Clients.Platform, Local with { Output = started }, stop.Token);
        var root = new Uri((await started.Line.WaitAsync(TimeSpan.FromSeconds(30))).Split(' ')[^1]);
        using var http = new HttpClient();
        Assert.Contains("acme_corp", await http.GetStringAsync(root), StringComparison.Ordinal);

        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));

        using var free = new TcpListener(IPAddress.Loopback, root.Port);
        free.Start();
    }

    [Theory]
    [InlineData("evil.example", false, 421)]
    [InlineData("localhost.evil.example", false, 421)]
    [InlineData("127.0.0.1.evil.example", false, 421)]
    [InlineData("evil.example", true, 200)]
    [InlineData("localhost", false, 200)]
    [InlineData("[::1]", false, 200)]
    [InlineData("192.0.2.7", false, 200)]
    public async Task Without_a_credential_a_host_on_this_machine_has_no_name(string name, bool allowRemote, int status)
    {
        await using var host = await ContractHost.StartAsync(Clients.Platform, Local with { AllowRemote = allowRemote }, CancellationToken.None);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Urls[0] + "/client") { Headers = { Host = $"{name}:{new Uri(host.Urls[0]).Port}" } };

        using var answer = await http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, (await answer.Content.ReadAsStringAsync()).Contains("acme_corp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contracts_fit_into_a_host_of_ones_own()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.MapContracts(Clients.Platform);
        await app.StartAsync();
        using var http = new HttpClient();

        Assert.Equal("99.99 / 5m", await http.GetStringAsync(new Uri(app.Urls.Single() + "/client/acme_corp/sla")));
        foreach (var path in (string[])["/client/acme_corq", "/client/acme_corq/sla"])
        {
            using var unknown = await http.GetAsync(new Uri(app.Urls.Single() + path));
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            Assert.Contains("Did you mean 'acme_corp'?", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var page = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single() + "/client/acme_corp") { Headers = { { "Accept", "text/html" } } };
        using var shown = await http.SendAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    private static Task<ContractHostException> RefusedAsync(string url)
        => Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { Urls = [url] }, CancellationToken.None));

    private sealed class Announcement : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override void WriteLine(string? value) => _line.TrySetResult(value!);
    }
}
