using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ZooInfra.Cli.Tests.Serving;

/// <summary>Requests over HTTP, brought about by the engine on files.</summary>
public sealed partial class RequestedPeerTests : IAsyncLifetime
{
    private const string Peers = "/client/acme_corp/vpn/peers";

    private readonly VpnSite _site = new();

    public Task InitializeAsync() => _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes");

    public Task DisposeAsync()
    {
        _site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_peer_is_made_by_request_survives_a_plain_update_is_rotated_and_is_gone_when_it_is_revoked()
    {
        await using var host = await _site.ServeAsync();

        var made = await host.SendAsync(HttpMethod.Post, Peers, Ask("Alice Archer", "laptop"));

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal($"{Peers}/alice-archer-laptop", made.Location);
        var secret = PrivateKey().Match(made.Text("configuration")).Groups[1].Value;
        Assert.Equal(44, secret.Length);
        Assert.StartsWith("iVBORw0KGgo", made.Text("qr_png_base64"), StringComparison.Ordinal);
        Assert.Contains(made.Text("public_key"), _site.HubKeys());
        Assert.Contains(("alice-archer-laptop", made.Text("public_key")), _site.StatePeers());
        Assert.Equal(["alice-archer-laptop"], _site.RequestedPeers());
        Assert.False(_site.Holds(secret), "the private key stands in a file in clear");
        var configuration = await host.GetAsync($"{Peers}/alice-archer-laptop/configuration");
        Assert.Equal(("text/plain", made.Text("configuration")), (configuration.Type, configuration.Body));
        Assert.Equal("image/png", (await host.GetAsync($"{Peers}/alice-archer-laptop/configuration", ("Accept", "image/png"))).Type);

        await _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes", "--expect-no-changes");

        var rotated = await host.SendAsync(HttpMethod.Post, $"{Peers}/alice-archer-laptop/rotate", new() { ["overlap_hours"] = 24 });
        Assert.Equal(HttpStatusCode.OK, rotated.Status);
        Assert.NotEqual(made.Text("public_key"), rotated.Text("public_key"));
        Assert.Equal(made.Text("public_key"), rotated.Text("previous_public_key"));
        Assert.Equal(3, _site.HubKeys().Count);
        await _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes", "--expect-no-changes");

        Assert.Equal(HttpStatusCode.NoContent, (await host.SendAsync(HttpMethod.Delete, $"{Peers}/alice-archer-laptop")).Status);

        Assert.Single(_site.HubKeys());
        Assert.Equal(["carol-code-laptop"], _site.StatePeers().Select(peer => peer.Name));
        Assert.Empty(_site.RequestedPeers());
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{Peers}/alice-archer-laptop")).Status);
        await _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes", "--expect-no-changes");
    }

    [Fact]
    public async Task A_device_that_keeps_its_own_key_gets_addresses_and_no_configuration()
    {
        const string Key = "HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw=";
        await using var host = await _site.ServeAsync();
        var ask = Ask("Bob Baker", "phone");
        ask["public_key"] = Key;

        var made = await host.SendAsync(HttpMethod.Post, Peers, ask);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(Key, made.Text("public_key"));
        Assert.Null(made.Json["configuration"]);
        Assert.Null(made.Json["qr_png_base64"]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{Peers}/bob-baker-phone/configuration")).Status);
        Assert.Contains(Key, _site.HubKeys());
    }

    [Fact]
    public async Task What_the_hub_refuses_is_a_problem_and_leaves_nothing_behind()
    {
        await using var host = await _site.ServeAsync();
        var ask = Ask("Mallory", "laptop");

        // The key of a peer that stands in code.
        ask["public_key"] = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
        var before = await File.ReadAllTextAsync(_site.HubFile);

        var refused = await host.SendAsync(HttpMethod.Post, Peers, ask);

        Assert.Equal(HttpStatusCode.BadGateway, refused.Status);
        Assert.Contains("A key belongs to one device", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("staff/mallory-laptop", refused.Text("urn"), StringComparison.Ordinal);
        Assert.Equal("failed", (await host.GetAsync(refused.Text("operation"))).Text("state"));
        Assert.Equal(before, await File.ReadAllTextAsync(_site.HubFile));
        Assert.Empty(_site.RequestedPeers());
        Assert.Equal(["carol-code-laptop"], _site.StatePeers().Select(peer => peer.Name));
        await _site.ZooAsync(0, "up", "-s", "acme_corp", "--yes", "--expect-no-changes");
    }

    [Fact]
    public async Task A_request_of_a_client_that_was_never_made_says_what_to_do_first()
    {
        await using var host = await _site.ServeAsync();

        var refused = await host.SendAsync(HttpMethod.Post, "/client/biggov/vpn/peers", Ask("Alice Archer", "laptop"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("The VPN 'field' of 'biggov' is not made yet: run 'zoo up -s biggov' first.", refused.Text("detail"));
    }

    [Fact]
    public async Task A_damaged_request_file_fails_the_program_and_removes_nobody()
    {
        await using (var host = await _site.ServeAsync())
        {
            Assert.Equal(HttpStatusCode.Created, (await host.SendAsync(HttpMethod.Post, Peers, Ask("Alice Archer", "laptop"))).Status);
        }

        await File.WriteAllTextAsync(_site.RequestFile, "{\"version\":1,");
        var hub = await File.ReadAllTextAsync(_site.HubFile);

        var said = await _site.ZooAsync(1, "up", "-s", "acme_corp", "--yes");

        Assert.Contains(_site.RequestFile, said, StringComparison.Ordinal);
        Assert.Equal(hub, await File.ReadAllTextAsync(_site.HubFile));

        // A host that starts writes it again from its database.
        await using var again = await _site.ServeAsync();
        Assert.Equal(HttpStatusCode.Created, (await again.SendAsync(HttpMethod.Post, Peers, Ask("Bob Baker", "phone"))).Status);
        Assert.Equal(["alice-archer-laptop", "bob-baker-phone"], _site.RequestedPeers());
    }

    [Fact]
    public async Task A_host_with_another_database_does_not_forget_the_peers_of_the_first()
    {
        await using (var host = await _site.ServeAsync())
        {
            Assert.Equal(HttpStatusCode.Created, (await host.SendAsync(HttpMethod.Post, Peers, Ask("Alice Archer", "laptop"))).Status);
        }

        await using var stranger = await _site.ServeAsync(database: Path.Combine(_site.Folder, "other.db"));
        var refused = await stranger.SendAsync(HttpMethod.Post, Peers, Ask("Bob Baker", "phone"));

        Assert.Equal(HttpStatusCode.BadGateway, refused.Status);
        Assert.Contains("another database", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(["alice-archer-laptop"], _site.RequestedPeers());
        Assert.Equal(2, _site.HubKeys().Count);
    }

    [Fact]
    public async Task A_request_ships_no_other_change_of_the_working_tree()
    {
        await _site.ZooAsync(0, "config", "set", "-s", "acme_corp", "zoo:out", "elsewhere");
        await using var host = await _site.ServeAsync();

        // The network would move with the new folder; the request is about one peer, which says that its network is not there.
        var refused = await host.SendAsync(HttpMethod.Post, Peers, Ask("Alice Archer", "laptop"));

        Assert.NotEqual(HttpStatusCode.Created, refused.Status);
        Assert.False(File.Exists(Path.Combine(_site.Folder, "elsewhere", "acme_corp", "vpn", "staff.conf")));
        Assert.Single(_site.HubKeys());
    }

    private static JsonObject Ask(string person, string device) => new()
    {
        ["person"] = person,
        ["device"] = device,
        ["purpose"] = "remote support",
        ["until"] = DateTimeOffset.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("PrivateKey = (\\S+)")]
    private static partial Regex PrivateKey();
}
