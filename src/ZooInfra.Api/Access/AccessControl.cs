using System.Collections.Frozen;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Access;

/// <summary>What a running host needs to know who asks, and to keep what they did.</summary>
internal sealed class AccessControl : IAsyncDisposable
{
    private readonly RateLimits _limits;
    private readonly KeyRing? _keys;
    private readonly TokenIssuer? _tokens;

    private AccessControl(RateLimits limits, ApiDatabase? database, AuditLog? audit, KeyRing? keys, TokenIssuer? tokens)
        => (_limits, Database, Audit, _keys, _tokens) = (limits, database, audit, keys, tokens);

    /// <summary>The database; null when the host has none.</summary>
    public ApiDatabase? Database { get; }

    /// <summary>The audit; null when the host has no database.</summary>
    public AuditLog? Audit { get; }

    /// <summary>The issuer of tokens; null when none is accepted.</summary>
    public TokenIssuer? Tokens => _tokens;

    /// <summary>Opens everything that the options name.</summary>
    /// <exception cref="ContractHostException">Something cannot be opened, or nobody could ask.</exception>
    public static async Task<AccessControl> OpenAsync(ContractHostOptions options, CancellationToken cancellationToken)
    {
        var rates = (Rate.Parse(options.Rate), Rate.Parse(options.StrangerRate));
        var anonymous = AnonymousScopes(options);
        if (options.AuditReads && options.Database is null)
        {
            throw new ContractHostException("Reads cannot be audited without a database; name one with --database.");
        }

        var tokens = options.Tokens is null ? null : new TokenIssuer(options.Tokens, options.Time, options.Output);
        KeyRing? keys = null;
        try
        {
            var database = options.Database is { } file ? await ApiDatabase.OpenAsync(file, Migrations.All, cancellationToken) : null;
            keys = database is null ? null : await KeyRing.OpenAsync(database, options.Time, cancellationToken);
            if (anonymous.Count == 0 && tokens is null && keys is not { HasLiveKey: true })
            {
                throw new ContractHostException("Nobody could ask: there is no valid API key, no issuer of tokens and no anonymous access. Make a key with 'zoo key add NAME --scope contract:read-all --all-clients', or serve whoever is on this machine with --anonymous.");
            }

            var audit = database is null ? null : await AuditLog.OpenAsync(database, options.Time, cancellationToken);
            return new(new RateLimits(rates.Item1, rates.Item2), database, audit, keys, tokens);
        }
        catch
        {
            keys?.Dispose();
            tokens?.Dispose();
            throw;
        }
    }

    /// <summary>Takes down what a request for a VPN peer came to.</summary>
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) => Audit?.RecordAsync(entry, cancellationToken) ?? Task.CompletedTask;

    /// <summary>What every request comes by.</summary>
    public Gate Gate(Platform platform, ContractHostOptions options)
    {
        var anonymous = AnonymousScopes(options);
        return new(platform, new(_limits)
        {
            Keys = _keys,
            Tokens = _tokens,
            Audit = Audit,
            Anonymous = anonymous.Count == 0 ? null : new("anonymous", anonymous, null),
            AllowRemote = options.AllowRemote,
            AuditReads = options.AuditReads,
            BehindProxy = options.BehindProxy,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Audit is not null)
        {
            await Audit.DisposeAsync();
        }

        _keys?.Dispose();
        _tokens?.Dispose();
        _limits.Dispose();
    }

    private static FrozenSet<Scope> AnonymousScopes(ContractHostOptions options)
    {
        var scopes = options.AnonymousScopes.Select(ScopeNames.Parse).ToFrozenSet();
        return scopes.All(scope => scope is Scope.ReadContract or Scope.ReadAll)
            ? scopes
            : throw new ContractHostException("Callers without a credential may read at most: --anonymous takes contract:read-all or contract:read. Make a key for everything else.");
    }
}
