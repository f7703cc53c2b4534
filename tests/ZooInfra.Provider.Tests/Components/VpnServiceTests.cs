using Pulumi;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;
using ZooInfra.Vpn;

namespace ZooInfra.Provider.Tests.Components;

[Collection(Programs.Collection)]
public sealed class VpnServiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_service_becomes_a_network_and_its_peers()
    {
        var (exitCode, monitor) = await RunAsync(
            new VpnPeer { Person = "Alice Archer", Device = "Laptop", Purpose = "remote support", Until = "2999-03-31" },
            new VpnPeer { Name = "berlin", Person = "Bob Baker", Device = "gateway", Purpose = "branch office", Until = "2999-03-31", Subnets = ["10.77.0.0/24"], Slot = 9 });

        Assert.Empty(monitor.Errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(["staff", "staff/alice-archer-laptop", "staff/berlin"], monitor.Registered.Where(request => request.Custom).Select(request => request.Name).Order(StringComparer.Ordinal));
        var urn = ResourceUrn.Create("acme_corp", "zoo", null, "zoo:vpn:VpnService", "staff").Text;
        Assert.All(monitor.Registered.Where(request => request.Custom), request => Assert.Equal(urn, request.Parent));
        var text = await File.ReadAllTextAsync(Path.Combine(_folder.Out, "acme_corp", "vpn", "staff.conf"));
        Assert.Contains("# Person = Alice Archer\n# Device = Laptop\n", text, StringComparison.Ordinal);
        Assert.Contains("AllowedIPs = 10.8.0.18/32, 10.77.0.0/24\n", text, StringComparison.Ordinal);
        var outputs = PropertyMarshaller.FromStruct(monitor.Outputs.Single(request => request.Urn == urn).Outputs);
        Assert.Equal(["endpoint", "publicKey"], outputs.Keys);
        Assert.Equal("vpn.acme.example:51820", ((PropertyValue.StringValue)outputs["endpoint"].Plain()).Value);
    }

    [Fact]
    public async Task Peers_that_contradict_each_other_stop_the_program_with_a_sentence()
    {
        var (_, twins) = await RunAsync(Site("a", "10.77.0.0/24"), Site("a", "10.78.0.0/24"));
        Assert.Contains("Two peers of the VPN 'staff' have the name 'a'", Assert.Single(twins.Errors), StringComparison.Ordinal);
        var (_, meeting) = await RunAsync(Site("a", "10.77.0.0/16"), Site("b", "10.77.1.0/24"));
        Assert.Contains("10.77.0.0/16 (peer a) and 10.77.1.0/24 (peer b) of the VPN 'staff' overlap", Assert.Single(meeting.Errors), StringComparison.Ordinal);
        var (_, tunnel) = await RunAsync(Site("a", "10.8.0.0/25"));
        Assert.Contains("(the tunnel)", Assert.Single(tunnel.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_that_were_requested_join_those_in_code_and_those_of_other_VPNs_do_not()
    {
        Request("acme_corp", new("staff", "alice-laptop", "Alice Archer", "laptop", "remote support", "2999-03-31"), new("sites", "x", "X", "x", "x", "2999-03-31"));

        var (exitCode, monitor) = await RunRequestedAsync(new() { MaxPeers = 2 });

        Assert.Empty(monitor.Errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(["staff", "staff/alice-laptop", "staff/berlin"], monitor.Registered.Where(request => request.Custom).Select(request => request.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Requested_peers_that_cannot_be_had_fail_the_program_and_are_never_no_peers()
    {
        Request("acme_corp", new RequestedPeer("staff", "alice-laptop", "Alice Archer", "laptop", "remote support", "2999-03-31"));
        var (_, closed) = await RunRequestedAsync(null);
        Assert.Contains("A peer was requested for the VPN 'staff' over the API, and it takes no requests.", Assert.Single(closed.Errors), StringComparison.Ordinal);
        var (_, limits) = await RunRequestedAsync(new() { LongestDays = 400 });
        Assert.Contains("LongestDays 1 to 365", Assert.Single(limits.Errors), StringComparison.Ordinal);

        Request("acme_corp", new RequestedPeer("staff", "berlin", "Alice Archer", "laptop", "remote support", "2999-03-31"));
        var (_, twice) = await RunRequestedAsync(new());
        Assert.Contains("have the name 'berlin'", Assert.Single(twice.Errors), StringComparison.Ordinal);

        foreach (var (text, reason) in ((string, string)[])[
            ("{", "depth"), ("[]", "no 'version'"), ("""{"version":2}""", "reads version 1"), ("""{"version":1,"stack":"biggov","peers":[]}""", "not of the stack 'acme_corp'"),
            ("""{"version":1,"stack":"acme_corp"}""", "no list of 'peers'"), ("""{"version":1,"stack":"acme_corp","peers":[{}]}""", "'key_generation'"),
            ("""{"version":1,"stack":"acme_corp","peers":[{"key_generation":1,"service":7}]}""", "'service' of a peer is no text")])
        {
            await File.WriteAllTextAsync(RequestPath, text);
            var (exitCode, damaged) = await RunRequestedAsync(new());
            Assert.NotEqual(0, exitCode);
            var error = Assert.Single(damaged.Errors);
            Assert.Contains(RequestPath, error, StringComparison.Ordinal);
            Assert.Contains(reason, error, StringComparison.Ordinal);
        }
    }

    private string RequestPath => RequestFile.PathOf(Path.Combine(_folder.Path, ".zoo", "requests"), "acme_corp");

    private void Request(string stack, params RequestedPeer[] peers) => RequestFile.Write(RequestPath, stack, "here", peers);

    private async Task<(int ExitCode, ProviderMonitor Monitor)> RunRequestedAsync(VpnRequests? requests)
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        var exitCode = await monitor.RunAsync(
            () => Deployment.RunAsync(() =>
            {
                _ = new VpnService("staff", new VpnServiceArgs { Prefixes = { "10.8.0.0/24" }, Host = "vpn.acme.example", Peers = { Site("berlin", "10.77.0.0/24") }, Requests = requests });
            }),
            _folder.Path);
        return (exitCode, monitor);
    }

    private static VpnPeer Site(string name, string subnet) => new() { Name = name, Person = "Bob", Device = "gateway", Purpose = "branch", Until = "2999-01-01", Subnets = [subnet] };

    private async Task<(int ExitCode, ProviderMonitor Monitor)> RunAsync(params VpnPeer[] peers)
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        var exitCode = await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            _ = new VpnService("staff", new VpnServiceArgs { Prefixes = { "10.8.0.0/24" }, Host = "vpn.acme.example", Routes = { "10.20.0.0/16" }, Peers = [.. peers] });
        }));
        return (exitCode, monitor);
    }
}
