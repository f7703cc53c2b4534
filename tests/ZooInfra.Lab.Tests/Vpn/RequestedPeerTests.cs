using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Pulumi;
using ZooInfra.Api;
using ZooInfra.Api.Access;
using ZooInfra.Api.Storage;
using ZooInfra.Cli;
using ZooInfra.Cli.Serving;
using ZooInfra.Cli.Workspace;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>A peer asked for over HTTP, on a live interface, with a device that connects.</summary>
public sealed class RequestedPeerTests(Lab lab) : IClassFixture<Lab>
{
    private const string Hub = "10.8.0.1";
    private const string Peers = "/client/orgx/vpn/peers";

    /// <summary>The program has no arguments, and the interface must have a name that nobody else has.</summary>
    private static string s_interface = "";

    [WireGuardFact]
    public async Task A_peer_made_over_HTTP_connects_and_no_longer_does_when_it_is_revoked()
    {
        s_interface = lab.Interface("q");

        // The same as in the test of the whole client, so that it does not matter which comes first.
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE", "lab");
        var folder = lab.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), "name: lab\nruntime: dotnet\n");
        var platform = new Platform(new Client(new TenantContract("orgx", "Org X", null, null, default, default, default), static () => Deployment.RunAsync<OrgX>(), []));
        foreach (var (key, value) in ((string, string)[])[("zoo:vpnBackend", "wireguard"), ("zoo:vpnDevice", "userspace"), ("zoo:vpnNamespace", lab.Hub)])
        {
            await ZooAsync(platform, folder, "config", "set", "-s", "orgx", key, value);
        }

        await ZooAsync(platform, folder, "up", "--yes");
        var (_, token) = await new ApiKeys(await ApiDatabase.OpenAsync(Database(folder), Migrations.All, CancellationToken.None), TimeProvider.System)
            .AddAsync("operator", new[] { Scope.ReadAll, Scope.ManageVpn }.ToFrozenSet(), null, null, CancellationToken.None);
        await using var host = await ServeAsync(platform, folder);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls[0]), Timeout = TimeSpan.FromMinutes(2), DefaultRequestHeaders = { { "X-Api-Key", token } } };

        var made = await AskAsync(http);

        var key1 = made["public_key"]!.GetValue<string>();
        Assert.Contains(key1, await Lab.WgAsync(lab.Hub, "show", s_interface, "peers"), StringComparison.Ordinal);
        var site = await lab.AddSiteAsync();
        await lab.ConnectAsync(site, lab.Interface("d"), made["configuration"]!.GetValue<string>());
        Assert.True(await Lab.PingsAsync(site, Hub));
        Assert.DoesNotContain($"{key1}\t0", (await Lab.WgAsync(lab.Hub, "show", s_interface, "latest-handshakes")).Split('\n'));
        await ZooAsync(platform, folder, "up", "--yes", "--expect-no-changes");
        Assert.True(await Lab.PingsAsync(site, Hub, tries: 1));

        using var revoked = await http.DeleteAsync(new Uri($"{Peers}/jane-doe-laptop", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.DoesNotContain(key1, await Lab.WgAsync(lab.Hub, "show", s_interface, "peers"), StringComparison.Ordinal);
        Assert.False(await Lab.PingsAsync(site, Hub, tries: 2));
        await host.DisposeAsync();
        await ZooAsync(platform, folder, "destroy", "--yes");
        Assert.DoesNotContain(s_interface, await Lab.WgAsync(lab.Hub, "show", "interfaces"), StringComparison.Ordinal);
    }

    private static async Task<JsonObject> AskAsync(HttpClient http)
    {
        var body = new JsonObject
        {
            ["person"] = "Jane Doe",
            ["device"] = "laptop",
            ["purpose"] = "remote support",
            ["until"] = DateTimeOffset.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(Peers, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static string Database(string folder) => Path.Combine(folder, ".zoo", "api.db");

    private static Task<ContractHost> ServeAsync(Platform platform, string folder)
        => ContractHost.StartAsync(
            platform,
            new()
            {
                Urls = ["http://127.0.0.1:0"],
                Database = Database(folder),
                Vpn = new()
                {
                    Apply = new EngineApply(platform, new(ProjectFile.Find(folder), Path.Combine(folder, ".zoo", "state"))),
                    Database = Database(folder),
                    Wait = TimeSpan.FromMinutes(1),
                },
            },
            CancellationToken.None);

    private static async Task ZooAsync(Platform platform, string folder, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await ZooCommandLine.RunAsync(args, platform, new Terminal(output, error, TextReader.Null, folder, IsInteractive: false), CancellationToken.None);
        Assert.True(code == 0, $"zoo {string.Join(' ', args)} ended with {code}\n{output}\n{error}");
    }

    private sealed class OrgX : TenantStack
    {
        public OrgX()
            => _ = new VpnService(s_interface, new VpnServiceArgs
            {
                Prefixes = { "10.8.0.0/24" },
                Host = Lab.HubHost,
                Requests = new() { MaxPeers = 5, LongestDays = 30 },
            });
    }
}
