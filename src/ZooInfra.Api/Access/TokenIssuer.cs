using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ZooInfra.Api.Access;

/// <summary>Validates the JWTs of one issuer and reads who asks from their claims.</summary>
internal sealed class TokenIssuer : IDisposable
{
    /// <summary>The claim that binds a subject to clients: an array or words, <c>*</c> for all.</summary>
    public const string ClientsClaim = "zoo_clients";

    private const string ScopeClaim = "scope";

    /// <summary>Names what a reader of the token must understand (RFC 7515, section 4.1.11); this one understands nothing beyond the standard.</summary>
    private const string CriticalHeader = "crit";
    private const int LongestSubject = 128;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Asymmetric ones only: with a shared secret whoever can check a token could make one.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TimeProvider _time;
    private readonly TokenValidationParameters _parameters;
    private readonly Reloaded<TokenValidationParameters>? _file;
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _provider;
    private readonly HttpClient? _http;

    /// <param name="options">Whose tokens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="output">Where the operator is told that the file of keys has changed; null for nowhere.</param>
    /// <exception cref="ContractHostException">The options are not enough, or the file cannot be used.</exception>
    public TokenIssuer(TokenOptions options, TimeProvider time, TextWriter? output = null)
    {
        _time = time;
        if (string.IsNullOrWhiteSpace(options.Audience))
        {
            throw new ContractHostException("Tokens for any service would be accepted; say with --jwt-audience what this API is called at the issuer.");
        }

        _parameters = new TokenValidationParameters
        {
            ValidAudience = options.Audience,
            ValidIssuer = options.Issuer,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsInTime,
        };
        switch (options)
        {
            case { Authority: not null, KeysFile: not null } or { Authority: null, KeysFile: null }:
                throw new ContractHostException("Say whose tokens are accepted: either --oidc-authority URL or --jwt-keys FILE.");
            case { KeysFile: { } file }:
                _parameters.ValidIssuer = options.Issuer ?? throw new ContractHostException($"The keys in {file} are of one issuer; name it with --jwt-issuer.");
                _file = new([file], () => With(ReadKeys(file)), time, output);
                break;
            case { Authority: { } authority }:
                var metadata = Metadata(authority);
                _http = new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1 << 20 };
                _provider = new ConfigurationManager<OpenIdConnectConfiguration>(
                    metadata.AbsoluteUri,
                    new OpenIdConnectConfigurationRetriever(),
                    new HttpDocumentRetriever(_http) { RequireHttps = metadata.Scheme == Uri.UriSchemeHttps });
                break;
        }
    }

    /// <summary>Who asks with this token; the reason for the audit when it opens nothing.</summary>
    /// <exception cref="TokenIssuerException">The provider cannot be asked for its keys.</exception>
    public async Task<(Caller? Caller, string? Reason)> FindAsync(string token, CancellationToken cancellationToken)
    {
        // The form is judged first, so that nobody can make this host ask the provider with rubbish.
        if (!_handler.CanReadToken(token) || !TryRead(token, out var unproved) || !Algorithms.Contains(unproved.Alg) || unproved.TryGetHeaderValue<object>(CriticalHeader, out _))
        {
            return (null, "no token of an accepted form");
        }

        var parameters = _file?.Value;
        if (await ConfigurationAsync(cancellationToken) is { } configuration)
        {
            parameters = With(configuration.SigningKeys.Where(IsAsymmetric));
            parameters.ValidIssuer ??= configuration.Issuer;
        }

        var result = await _handler.ValidateTokenAsync(token, parameters);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && _provider is not null)
        {
            // The provider may have new keys; the manager bounds how often it really asks.
            _provider.RequestRefresh();
        }

        return result.IsValid ? Read((JsonWebToken)result.SecurityToken) : (null, Reason(result.Exception));
    }

    /// <summary>Whether keys are at hand; asks the provider when they are not.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ConfigurationAsync(cancellationToken);
            return true;
        }
        catch (TokenIssuerException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http?.Dispose();

    private async Task<OpenIdConnectConfiguration?> ConfigurationAsync(CancellationToken cancellationToken)
    {
        if (_provider is null)
        {
            return null;
        }

        try
        {
            return await _provider.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TokenIssuerException($"The token issuer at {_provider.MetadataAddress} cannot be asked for its keys: {(e.InnerException ?? e).Message}", e);
        }
    }

    private TokenValidationParameters With(IEnumerable<SecurityKey> keys)
    {
        var parameters = _parameters.Clone();
        parameters.IssuerSigningKeys = keys;
        return parameters;
    }

    private bool TryRead(string token, out JsonWebToken read)
    {
        try
        {
            read = _handler.ReadJsonWebToken(token);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            read = null!;
            return false;
        }
    }

    /// <summary>By the host's own clock, which tests set; the library would take the system's.</summary>
    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;

        // Reckoned from now: an end in the year 9999 has nothing after it.
        return expires is { } end && now - Skew < end && (notBefore is not { } start || start <= now + Skew);
    }

    private static (Caller?, string?) Read(JsonWebToken token)
    {
        if (token.Subject is not { Length: > 0 and <= LongestSubject } subject)
        {
            return (null, $"a token whose 'sub' is missing or longer than {LongestSubject} characters");
        }

        var clients = Values(token, ClientsClaim).SelectMany(ScopeNames.Words).ToFrozenSet(StringComparer.Ordinal);
        return (new($"jwt:{subject}", ScopeNames.Among(Values(token, ScopeClaim)), clients.Contains("*") ? null : clients), null);
    }

    /// <summary>The claim's texts: one, or those of an array.</summary>
    private static IEnumerable<string> Values(JsonWebToken token, string claim) => token.Claims.Where(found => found.Type == claim).Select(found => found.Value);

    private static string Reason(Exception? e) => e switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException => "a token out of its time",
        SecurityTokenInvalidAudienceException => "a token for another audience",
        SecurityTokenInvalidIssuerException => "a token of another issuer",
        SecurityTokenInvalidAlgorithmException => "a token signed by an algorithm that is not accepted",
        _ => "a token whose signature does not hold",
    };

    private static List<SecurityKey> ReadKeys(string file)
    {
        try
        {
            var set = new JsonWebKeySet(File.ReadAllText(file));
            if (set.Keys.Any(key => key.HasPrivateKey || key.Kty == JsonWebAlgorithmsKeyTypes.Octet))
            {
                throw new ContractHostException($"{file} has a secret or private key; leave only public RSA or EC keys in it, and replace the one that was shown here.");
            }

            List<SecurityKey> keys = [.. set.GetSigningKeys().Where(IsAsymmetric)];
            return keys.Count > 0 ? keys : throw new ContractHostException($"{file} has no signing key; it must be a JWKS ({{\"keys\":[…]}}, RFC 7517) with public RSA or EC keys.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContractHostException($"The keys of the token issuer cannot be read: {e.Message} Name another file with --jwt-keys.", e);
        }
        catch (Exception e) when (e is ArgumentException or JsonException or SecurityTokenException or FormatException or System.Security.Cryptography.CryptographicException)
        {
            throw new ContractHostException($"{file} is no JWKS ({{\"keys\":[…]}}, RFC 7517).", e);
        }
    }

    private static bool IsAsymmetric(SecurityKey key) => key is AsymmetricSecurityKey or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve };

    private static Uri Metadata(string authority)
        => Uri.TryCreate(authority.TrimEnd('/') + "/.well-known/openid-configuration", UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new ContractHostException($"{Problem.Quote(authority)} is no token issuer; write its https URL (http only on loopback).");
}

/// <summary>The issuer of tokens cannot be asked. The message is for the operator.</summary>
internal sealed class TokenIssuerException(string message, Exception inner) : Exception(message, inner);
