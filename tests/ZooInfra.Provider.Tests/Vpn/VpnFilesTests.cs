using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Tests.Vpn;

public sealed class VpnFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly VpnGiven.Clock _clock = new();

    private string FilePath => Path.Combine(_folder.Out, "acme_corp", "vpn", "staff.conf");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_holds_the_key_of_the_hub_and_of_nobody_else_and_only_its_owner_reads_it()
    {
        var (provider, network) = await NetworkAsync();
        var alice = await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs());

        var text = await File.ReadAllTextAsync(FilePath);
        Assert.Equal($"""
            [Interface]
            PrivateKey = {network.Outputs.Text("privateKey")}
            ListenPort = 51820
            Address = 10.8.0.1/24, fd00:8::1/64

            [Peer]
            # Name = alice-laptop
            # Person = Alice Archer
            # Device = laptop
            # Purpose = remote support
            # Until = 2027-03-31
            PublicKey = {alice.Outputs.Text("publicKey")}
            AllowedIPs = 10.8.0.2/32, fd00:8::2/128

            """, text);
        Assert.DoesNotContain(alice.Outputs.Text("privateKey"), text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Fact]
    public async Task Keys_configurations_and_codes_are_secret_outputs()
    {
        var (provider, network) = await NetworkAsync();
        var alice = await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs());

        Assert.Equal(["privateKey"], network.Outputs.Where(output => output.Value.HoldsSecret()).Select(output => output.Key));
        Assert.Equal(["configuration", "privateKey", "qrPng"], alice.Outputs.Where(output => output.Value.HoldsSecret()).Select(output => output.Key));
        Assert.Equal($"""
            [Interface]
            PrivateKey = {alice.Outputs.Text("privateKey")}
            Address = 10.8.0.2/32, fd00:8::2/128

            [Peer]
            PublicKey = {VpnGiven.HubKey}
            AllowedIPs = 10.8.0.1/32, fd00:8::1/128, 10.20.0.0/16
            Endpoint = vpn.acme.example:51820
            PersistentKeepalive = 25

            """, alice.Outputs.Text("configuration"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(alice.Outputs.Text("qrPng"))[..4]);
    }

    [Fact]
    public async Task A_device_that_made_its_own_key_gets_no_private_key_from_here()
    {
        var (provider, _) = await NetworkAsync();
        var own = WireGuardKey.PublicOf(WireGuardKey.NewPrivate());
        var made = await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs().With("publicKey", PropertyValue.Of(own)));
        Assert.False(made.Outputs.ContainsKey("privateKey"));
        Assert.DoesNotContain("\nPrivateKey", made.Outputs.Text("configuration"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs("bob").With("publicKey", PropertyValue.Of(own))));
    }

    [Fact]
    public async Task Whatever_order_peers_are_made_in_the_same_content_gives_the_same_octets()
    {
        var (provider, _) = await NetworkAsync();
        var inputs = Enumerable.Range(1, 12).Select(i => VpnGiven.PeerInputs($"peer{i}").With("slot", PropertyValue.Of(i))
            .With("publicKey", PropertyValue.Of(WireGuardKey.PublicOf(WireGuardKey.NewPrivate())))).ToList();
        await Task.WhenAll(inputs.Select(input => provider.MakeAsync(VpnGiven.Peer, input)));
        var first = await File.ReadAllTextAsync(FilePath);
        foreach (var input in inputs)
        {
            var made = new CreateResult($"staff/{input.Text("name")}", (await ReadAsync(provider, input.Text("name"))).Outputs);
            await provider.DeleteAsync(new(Given.Urn(VpnGiven.Peer), made.Id, input, made.Outputs), default);
        }

        foreach (var input in Enumerable.Reverse(inputs))
        {
            await provider.MakeAsync(VpnGiven.Peer, input);
        }

        Assert.Equal(first, await File.ReadAllTextAsync(FilePath));
    }

    [Fact]
    public async Task A_peer_past_its_end_is_taken_out_of_the_file_and_keeps_its_key_for_a_renewal()
    {
        var (provider, _) = await NetworkAsync();
        var inputs = VpnGiven.PeerInputs();
        var alice = await provider.MakeAsync(VpnGiven.Peer, inputs);
        _clock.Now = new(2027, 3, 31, 23, 59, 59, TimeSpan.Zero);
        Assert.Empty(await provider.DiffKeysAsync(VpnGiven.Peer, alice.Id, alice.Outputs, inputs, inputs));

        _clock.Now = new(2027, 4, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["active"], await provider.DiffKeysAsync(VpnGiven.Peer, alice.Id, alice.Outputs, inputs, inputs));
        var ended = await provider.ChangeAsync(VpnGiven.Peer, alice, inputs, inputs);
        Assert.DoesNotContain("[Peer]", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);

        var renewed = await provider.ChangeAsync(VpnGiven.Peer, alice with { Outputs = ended }, inputs, inputs.With("until", PropertyValue.Of("2028-03-31")));
        Assert.Equal(alice.Outputs.Text("publicKey"), renewed.Text("publicKey"));
        Assert.Equal(alice.Outputs["addresses"], renewed["addresses"]);
    }

    [Fact]
    public async Task A_key_without_overlap_takes_the_place_of_the_former_one_at_once()
    {
        var (provider, _) = await NetworkAsync();
        var inputs = VpnGiven.PeerInputs();
        var alice = await provider.MakeAsync(VpnGiven.Peer, inputs);
        var next = await provider.ChangeAsync(VpnGiven.Peer, alice, inputs, inputs.With("keyGeneration", PropertyValue.Of(2)));
        var text = await File.ReadAllTextAsync(FilePath);
        Assert.DoesNotContain(alice.Outputs.Text("publicKey"), text, StringComparison.Ordinal);
        Assert.Contains(next.Text("publicKey"), text, StringComparison.Ordinal);
        Assert.Equal(alice.Outputs["addresses"], next["addresses"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-01-20")]
    public async Task What_a_rotation_left_that_was_cut_off_goes_with_the_next_change(string? overlap)
    {
        var (provider, _) = await NetworkAsync();
        var inputs = VpnGiven.PeerInputs();
        var alice = await provider.MakeAsync(VpnGiven.Peer, inputs);
        await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs("bob"));
        var wanted = inputs.With("keyGeneration", PropertyValue.Of(2));
        wanted = overlap is null ? wanted : wanted.With("overlapUntil", PropertyValue.Of(overlap));

        // The hub has the key of the first try, the state never heard of it.
        var lost = await provider.ChangeAsync(VpnGiven.Peer, alice, inputs, wanted);
        var kept = await provider.ChangeAsync(VpnGiven.Peer, alice, inputs, wanted);

        var text = await File.ReadAllTextAsync(FilePath);
        Assert.DoesNotContain(lost.Text("publicKey"), text, StringComparison.Ordinal);
        Assert.Contains(kept.Text("publicKey"), text, StringComparison.Ordinal);
        Assert.Equal(overlap is not null, text.Contains(alice.Outputs.Text("publicKey"), StringComparison.Ordinal));
        Assert.Equal(lost["addresses"], kept["addresses"]);
        Assert.Contains("# Name = bob\n", text, StringComparison.Ordinal);

        await provider.DeleteAsync(new(Given.Urn(VpnGiven.Peer), alice.Id, inputs, alice.Outputs), default);
        Assert.DoesNotContain("alice-laptop", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_not_understood_are_neither_kept_silently_nor_overwritten_nor_repeated()
    {
        var (provider, _) = await NetworkAsync();
        await File.AppendAllTextAsync(FilePath, "PostUp = curl secret.example\n");
        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs()));
        Assert.Contains("staff.conf, line 5: only PrivateKey, ListenPort, Address, MTU may stand in [Interface]", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.example", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("PostUp = curl secret.example\n", await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_exists_is_imported_not_overwritten_and_its_peers_too()
    {
        var (provider, network) = await NetworkAsync();
        var alice = await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs());
        await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(VpnGiven.Network, VpnGiven.NetworkInputs()));

        var read = await provider.ReadAsync(new(Given.Urn(VpnGiven.Network), "staff", PropertyMap.Empty, PropertyMap.Empty), default);
        Assert.Equal(network.Outputs.Text("privateKey"), read!.Outputs.Text("privateKey"));
        Assert.True(read.Outputs["privateKey"].HoldsSecret());
        var peer = await ReadAsync(provider, "alice-laptop");
        Assert.Equal(alice.Outputs.Text("publicKey"), peer.Outputs.Text("publicKey"));
        Assert.Equal("Alice Archer", peer.Inputs.Text("person"));
        Assert.Null(await provider.ReadAsync(new(Given.Urn(VpnGiven.Peer), "staff/nobody", PropertyMap.Empty, PropertyMap.Empty), default));
    }

    [Fact]
    public async Task A_network_with_peers_is_not_deleted_and_the_last_file_takes_its_folders_with_it()
    {
        var (provider, network) = await NetworkAsync();
        var alice = await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs());
        await Assert.ThrowsAsync<ProviderException>(() => provider.DeleteAsync(new(Given.Urn(VpnGiven.Network), network.Id, network.Outputs, network.Outputs), default).AsTask());
        await provider.DeleteAsync(new(Given.Urn(VpnGiven.Peer), alice.Id, alice.Outputs, alice.Outputs), default);
        await provider.DeleteAsync(new(Given.Urn(VpnGiven.Network), network.Id, network.Outputs, network.Outputs), default);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public async Task A_network_moves_with_its_folder_and_keeps_its_keys_and_peers()
    {
        var (provider, network) = await NetworkAsync();
        await provider.MakeAsync(VpnGiven.Peer, VpnGiven.PeerInputs());
        var before = await File.ReadAllTextAsync(FilePath);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("elsewhere")), default);

        Assert.Equal(["place"], await provider.DiffKeysAsync(VpnGiven.Network, network.Id, network.Outputs, VpnGiven.NetworkInputs(), VpnGiven.NetworkInputs()));
        await provider.ChangeAsync(VpnGiven.Network, network, VpnGiven.NetworkInputs(), VpnGiven.NetworkInputs());

        Assert.False(Directory.Exists(_folder.Out));
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder.Path, "elsewhere", "acme_corp", "vpn", "staff.conf")));
    }

    [Fact]
    public async Task A_preview_touches_nothing_and_makes_no_key()
    {
        var provider = await VpnGiven.ProviderAsync(_folder, _clock);
        var inputs = (await provider.CheckAsync(new(Given.Urn(VpnGiven.Peer), PropertyMap.Empty, VpnGiven.PeerInputs()), default)).Inputs;
        var planned = await provider.CreateAsync(new(Given.Urn(VpnGiven.Peer), inputs, Preview: true), default);
        Assert.Equal(PropertyValue.Unknown, planned.Outputs["publicKey"]);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Unknown), planned.Outputs["privateKey"]);
        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public void The_code_for_a_terminal_is_square_and_framed_by_light()
    {
        var lines = PeerQr.Terminal("[Interface]\nPrivateKey = x\n").TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.InRange(lines[0].Length, (lines.Length * 2) - 1, lines.Length * 2);
        Assert.All(lines[..2], line => Assert.Equal(new string('█', lines[0].Length), line));
    }

    private async Task<(ZooProvider Provider, CreateResult Network)> NetworkAsync()
    {
        var provider = await VpnGiven.ProviderAsync(_folder, _clock);
        return (provider, await provider.MakeAsync(VpnGiven.Network, VpnGiven.NetworkInputs()));
    }

    private static async Task<ReadResult> ReadAsync(ZooProvider provider, string name)
        => (await provider.ReadAsync(new(Given.Urn(VpnGiven.Peer), $"staff/{name}", PropertyMap.Empty, PropertyMap.Empty), default))!;
}
