using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>A live directory. Each operation has a connection of its own, so none outlives what it is for and one that broke is not used again.</summary>
internal sealed class LdapDirectory(LdapSettings settings) : IDirectory
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public DirectoryDialect Dialect => settings.Dialect;

    private string UuidAttribute => Dialect == DirectoryDialect.ActiveDirectory ? "objectGUID" : "entryUUID";

    /// <inheritdoc/>
    public async ValueTask<DirectoryEntry?> FindAsync(DistinguishedName dn, CancellationToken cancellationToken)
        => await RunAsync($"read {dn}", (connection, token) => FindAsync(connection, dn.Text, token), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<DirectoryEntry?> FindAsync(string uuid, DistinguishedName near, CancellationToken cancellationToken)
        => await RunAsync($"look for what was {near}", async (connection, token) =>
        {
            var root = await connection.SearchAsync("", LdapScope.Base, null, ["namingContexts"], token);
            var context = root.SelectMany(entry => Texts(entry, "namingContexts"))
                .Select(text => DistinguishedName.TryParse(text, out var name, out _) ? name : null)
                .OfType<DistinguishedName>()
                .Where(near.IsAtOrBelow)
                .MaxBy(name => name.Names.Length);
            if (context is null)
            {
                return null;
            }

            var key = Dialect == DirectoryDialect.ActiveDirectory ? Guid.Parse(uuid).ToByteArray() : Encoding.UTF8.GetBytes(uuid);
            var found = await connection.SearchAsync(context.Text, LdapScope.Subtree, (UuidAttribute, key), ["1.1"], token);
            return found is [var entry] ? await FindAsync(connection, entry.Dn, token) : null;
        }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<DirectoryEntry> AddAsync(DirectoryEntry entry, CancellationToken cancellationToken)
        => await RunAsync($"add {entry.Dn}", async (connection, token) =>
        {
            await connection.RequestAsync(LdapMessages.Add(entry), token);
            return await FindAsync(connection, entry.Dn.Text, token) ?? entry;
        }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ModifyAsync(DistinguishedName dn, IReadOnlyList<AttributeChange> changes, CancellationToken cancellationToken)
        => await RunAsync($"change {dn}", (connection, token) => connection.RequestAsync(LdapMessages.Modify(dn.Text, changes), token), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask MoveAsync(DistinguishedName from, DistinguishedName to, CancellationToken cancellationToken)
        => await RunAsync($"move {from} to {to}", (connection, token) => connection.RequestAsync(LdapMessages.Move(from.Text, to.Names[0].Text, to.Parent?.Text ?? ""), token), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(DistinguishedName dn, CancellationToken cancellationToken)
        => await RunAsync($"remove {dn}", async (connection, token) =>
        {
            try
            {
                await connection.RequestAsync(LdapMessages.Delete(dn.Text), token);
            }
            catch (LdapException exception) when (exception.Code == LdapResultCode.NoSuchObject)
            {
                // It is gone, which is what was asked for.
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DistinguishedName>> MissingAsync(IReadOnlyList<DistinguishedName> references, CancellationToken cancellationToken)
        => await RunAsync("look for members", async (connection, token) =>
        {
            var missing = new List<DistinguishedName>();
            foreach (var name in references)
            {
                if (await connection.SearchAsync(name.Text, LdapScope.Base, null, ["1.1"], token) is [])
                {
                    missing.Add(name);
                }
            }

            return missing;
        }, cancellationToken);

    private async Task<DirectoryEntry?> FindAsync(LdapConnection connection, string dn, CancellationToken cancellationToken)
    {
        // Attributes that servers compute are not sent unless they are named.
        if (await connection.SearchAsync(dn, LdapScope.Base, null, ["*", UuidAttribute], cancellationToken) is not [var found])
        {
            return null;
        }

        if (!DistinguishedName.TryParse(found.Dn, out var name, out var problem))
        {
            throw new LdapException(null, $"The server's name of {dn} {problem}.");
        }

        var entry = new DirectoryEntry(name) { Uuid = found.Attributes.TryGetValue(UuidAttribute, out var ids) && ids is [var id] ? UuidText(id) : null };
        foreach (var attribute in found.Attributes.Keys.Where(attribute => attribute != UuidAttribute))
        {
            // Active Directory sends long lists in pieces: member;range=0-1499 ([MS-ADTS], section 3.1.1.3.1.3.3).
            var bare = attribute.Split(';')[0];
            var values = Texts(found, attribute);
            for (var next = NextPiece(attribute); next is not null;)
            {
                var piece = await connection.SearchAsync(dn, LdapScope.Base, null, [$"{bare};range={next}-*"], cancellationToken) is [var more] ? more : throw new LdapException(null, $"The entry {dn} went away while it was read.");
                var key = piece.Attributes.Keys.FirstOrDefault(name => name.StartsWith($"{bare};range=", StringComparison.OrdinalIgnoreCase)) ?? throw new LdapException(null, $"The server left out a part of {bare}.");
                values = values.AddRange(Texts(piece, key));
                next = NextPiece(key);
            }

            if (!values.IsEmpty)
            {
                entry = entry.With(bare, values);
            }
        }

        return entry;
    }

    private static string? NextPiece(string attribute)
        => attribute.Split(";range=") is [_, var range] && range.Split('-') is [_, var end] && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (last + 1).ToString(CultureInfo.InvariantCulture)
            : null;

    private string UuidText(byte[] value) => Dialect == DirectoryDialect.ActiveDirectory ? new Guid(value).ToString() : Encoding.UTF8.GetString(value);

    // Pictures, certificates and the like are nothing that is managed here.
    private static ImmutableArray<string> Texts(LdapFound found, string attribute)
    {
        if (!found.Attributes.TryGetValue(attribute, out var values))
        {
            return [];
        }

        try
        {
            return [.. values.Select(value => Utf8.GetString(value))];
        }
        catch (DecoderFallbackException)
        {
            return [];
        }
    }

    private Task RunAsync(string what, Func<LdapConnection, CancellationToken, Task> operation, CancellationToken cancellationToken)
        => RunAsync(what, async (connection, token) =>
        {
            await operation(connection, token);
            return true;
        }, cancellationToken);

    private async Task<T> RunAsync<T>(string what, Func<LdapConnection, CancellationToken, Task<T>> operation, CancellationToken cancellationToken)
    {
        if (!settings.IsKnown)
        {
            throw new ProviderException($"Could not {what}: a part of the configuration of the directory (zoo:ldap…) is not known yet. Run the update again when it is. Nothing was changed.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await using var connection = await LdapConnection.OpenAsync(settings, LoadAuthorities(), limit.Token);
            return await operation(connection, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException($"Could not {what}: the directory server {settings} did not answer within {settings.Timeout.TotalSeconds:0} seconds (zoo:ldapTimeout). Run a refresh before the next update, since the server may have done it.", exception);
        }
        catch (SocketException exception)
        {
            throw new ProviderException($"Could not {what}: the directory server {settings} cannot be reached: {exception.Message}. Check zoo:ldapServer and that the server runs. Nothing was changed.", exception);
        }
        catch (AuthenticationException exception)
        {
            throw new ProviderException($"Could not {what}: the certificate of {settings} is not trusted, or is not for the host {settings.Host}. Set zoo:ldapCa to a PEM file of the authority that issued it. Nothing was changed.", exception);
        }
        catch (IOException exception)
        {
            throw new ProviderException($"Could not {what}: the connection to {settings} broke: {exception.Message} Run a refresh before the next update, since the server may have done it.", exception);
        }
        catch (AsnContentException exception)
        {
            throw new ProviderException($"Could not {what}: the answer of {settings} is no LDAP. Check zoo:ldapServer.", exception);
        }
        catch (LdapException exception)
        {
            throw new ProviderException($"Could not {what}: {LdapRefusal.Sentence(exception, settings)}", exception);
        }
    }

    private X509Certificate2Collection? LoadAuthorities()
    {
        if (settings.CaFile is null)
        {
            return null;
        }

        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(settings.CaFile);
            return authorities.Count > 0 ? authorities : throw new ProviderException($"{settings.CaFile} (zoo:ldapCa) holds no certificate in PEM. Nothing was changed.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ProviderException($"{settings.CaFile} (zoo:ldapCa) cannot be read as certificates in PEM. Nothing was changed.", exception);
        }
    }
}
